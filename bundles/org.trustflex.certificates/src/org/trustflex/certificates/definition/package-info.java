/**
 * Certificate definitions: what two certificates have in common that the slots do not hold, with the trust anchor.
 */
@NullMarked
package org.trustflex.certificates.definition;

import org.jspecify.annotations.NullMarked;
