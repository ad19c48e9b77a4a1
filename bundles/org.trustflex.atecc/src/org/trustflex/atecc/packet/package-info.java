/**
 * Command and response packets of the ATECC608, their checksum and codes, and the channel that carries them.
 */
@NullMarked
package org.trustflex.atecc.packet;

import org.jspecify.annotations.NullMarked;
