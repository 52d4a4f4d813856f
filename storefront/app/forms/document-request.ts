/** Whether the browser sent a form without script, which needs a page as a response. */
export function isDocumentRequest(request: Request): boolean {
  return request.headers.get('accept')?.includes('text/html') === true
}
