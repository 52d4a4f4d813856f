/** What a buyer or a seller wrote: plain text, in its own lines. */
export function Said({ who, children }: { who: string; children: string }) {
  return (
    <div className="said">
      <p className="muted">{who}</p>
      <p className="lines">{children}</p>
    </div>
  )
}
