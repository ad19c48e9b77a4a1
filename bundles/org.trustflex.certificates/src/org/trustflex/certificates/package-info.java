/**
 * X.509 certificates of P-256 keys (RFC 5280): building, reading, printing, comparing, and verifying a chain of three.
 */
@NullMarked
package org.trustflex.certificates;

import org.jspecify.annotations.NullMarked;
