/**
 * Key files as the TrustFLEX tools exchange them: P-256 key pairs in PKCS#8 PEM and secret keys in SYMMETRIC KEY PEM.
 */
@NullMarked
package org.trustflex.certificates.keys;

import org.jspecify.annotations.NullMarked;
