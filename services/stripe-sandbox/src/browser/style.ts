/** The stylesheet of all pages, written into each of them. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f5f6f8, #12141a); --card: light-dark(#fff, #1c1f28);
  --text: light-dark(#1b1f29, #eceef3); --soft: light-dark(#545b6b, #a9b0bf);
  --line: light-dark(#d9dce3, #343946); --none-back: light-dark(#e8eaef, #2b303c);
  --accent: light-dark(#3f46c9, #aab0ff); --on-accent: light-dark(#fff, #14162b);
  --good: light-dark(#0b6b3a, #8fdcae); --good-back: light-dark(#dff3e6, #17382a);
  --bad: light-dark(#a4201f, #ffb1ab); --bad-back: light-dark(#fbe4e2, #47201f);
  --wait: light-dark(#7a4a00, #f3cd84); --wait-back: light-dark(#fbeed2, #40310f);
}
[data-scheme='light'] { color-scheme: light; }
[data-scheme='dark'] { color-scheme: dark; }
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
header { background: var(--card); border-bottom: 1px solid var(--line); padding: 0.75rem 1rem; }
header p { max-width: 76rem; margin: 0 auto; font-weight: 600; }
header span { color: var(--soft); font-weight: 400; white-space: nowrap; }
main { max-width: 78rem; margin: 0 auto; padding: 1rem; }
section { min-width: 0; margin-bottom: 2rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0.5rem 0; }
h1:focus { outline: none; }
h2 { font-size: 1.125rem; margin: 1.5rem 0 0.75rem; }
h3 {
  display: flex; flex-wrap: wrap; gap: 0.125rem 0.75rem; align-items: baseline;
  font-size: 1rem; margin: 0;
}
h3 code { font-size: 0.9375rem; }
p { margin: 0.25rem 0; }
a { color: var(--accent); }
code { font: 0.875em/1.4 ui-monospace, monospace; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
ul, ol { list-style: none; margin: 0; padding: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.125rem 1rem; margin: 0.25rem 0; }
dt, .soft { color: var(--soft); }
dd { margin: 0; }
.soft { font-size: 0.875rem; }
nav { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
nav a { padding: 0.5rem 0; }
.rows { display: grid; gap: 0.5rem; margin-bottom: 0.5rem; }
.rows .soft { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.rows > li, .card {
  background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem;
  padding: 0.75rem 1rem;
}
.money { border: solid var(--line); border-width: 1px 0; margin: 0.5rem 0; padding: 0.375rem 0; }
.money li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; }
.money time { color: var(--soft); font-size: 0.875rem; }
.badge {
  border-radius: 1rem; padding: 0.0625rem 0.625rem; background: var(--none-back);
  font-size: 0.8125rem; font-weight: 600; white-space: nowrap;
}
.good { background: var(--good-back); color: var(--good); }
.bad { background: var(--bad-back); color: var(--bad); }
.wait { background: var(--wait-back); color: var(--wait); }
.card { max-width: 26rem; margin: 1.5rem auto; padding: 1.5rem; }
.card h1 { margin-top: 0; }
.card p { margin: 0.5rem 0; }
.amount { font-size: 2rem; font-weight: 600; line-height: 1.25; }
.card form p { color: var(--soft); margin: 1.25rem 0 1rem; }
button {
  display: block; width: 100%; min-height: 2.75rem; margin-top: 0.75rem;
  border: 2px solid var(--accent); border-radius: 0.375rem;
  background: var(--accent); color: var(--on-accent);
  font: inherit; font-weight: 600; cursor: pointer;
}
button.quiet { background: transparent; color: var(--accent); }
@media (min-width: 60rem) {
  .columns { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; align-items: start; }
}
`
