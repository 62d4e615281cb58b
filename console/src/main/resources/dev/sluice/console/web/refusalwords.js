// What a refusal's status says about who has to do what.

const STATUSES = {
  400: ['not readable', 'The body is no JSON that the pipeline reads. The sender has to write it otherwise.'],
  401: ['not authentic', 'The signature, its time or its source does not check out. Nothing of the body was looked at.'],
  403: ['not allowed', 'The request shows no API key that is valid here.'],
  404: ['no such address', 'The sender has to use another address.'],
  405: ['not that way', 'The address is right, the method is not.'],
  408: ['too slow', 'The request did not come to its end in time.'],
  413: ['too large', 'The body is longer than is read.'],
  415: ['not JSON', 'The body has to be sent as application/json.'],
  422: ['breaks rules', 'The sender is who it says, and the transaction breaks rules. Sent again as it is, it is refused again.'],
  429: ['too many', 'The sender has to slow down.'],
  431: ['headers too large', 'The headers are longer than is read.'],
  500: ['our failure', 'The pipeline failed. The sender may send the same again.'],
  503: ['not now', 'Nothing was accepted, through no fault of the sender. It may send the same again.'],
};

/** In two or three words: 'breaks rules'. */
export function statusWords(status) {
  return STATUSES[status]?.[0] ?? (status >= 500 ? 'our failure' : 'refused');
}

/** In a sentence. */
export function statusSentence(status) {
  return STATUSES[status]?.[1] ?? (status >= 500 ? STATUSES[500][1] : 'The request was refused.');
}
