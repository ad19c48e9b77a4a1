/**
 * Issuing a chain of one's own: root, signer with its request, device.
 */
@NullMarked
package org.trustflex.certificates.authority;

import org.jspecify.annotations.NullMarked;
