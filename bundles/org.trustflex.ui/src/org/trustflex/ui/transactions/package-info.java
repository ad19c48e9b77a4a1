/**
 * The Transactions view: every command to a secure element with its reply, as a table and as a sequence.
 */
@NullMarked
package org.trustflex.ui.transactions;

import org.jspecify.annotations.NullMarked;
