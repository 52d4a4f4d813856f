/** Whether a form was sent by the browser itself, without our script: it must be led to a page then. */
export function isDocumentRequest(request: Request): boolean {
  return request.headers.get('accept')?.includes('text/html') === true
}
