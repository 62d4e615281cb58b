// Where the pages are that others link to.

import {query} from './api.js';

/** Of one transaction. */
export function transactionAt({source, id}) {
  return '/console/transaction' + query({source, id});
}

/** Of one dead letter. */
export function letterAt(letter) {
  return '/console/dead-letter' + query({letter});
}

/** Of what is found by these parameters. */
export function findAt(parameters) {
  return '/console/find' + query(parameters);
}
