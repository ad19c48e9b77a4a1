/**
 * The 72 bytes into which a certificate is compressed for a slot (ATECC608 compressed certificate definition).
 */
@NullMarked
package org.trustflex.certificates.compressed;

import org.jspecify.annotations.NullMarked;
