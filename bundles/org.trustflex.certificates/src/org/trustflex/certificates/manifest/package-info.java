/**
 * The manifest of secure elements (Trust Platform manifest file format): signing, reading, verifying.
 */
@NullMarked
package org.trustflex.certificates.manifest;

import org.jspecify.annotations.NullMarked;
