package org.trustflex.simulator.chip;

/**
 * Where a public key stood in a message that SHA digested, for Verify(validate external).
 *
 * @param slot     the slot whose key SHA(public) took
 * @param position how many blocks of 64 bytes came before it
 * @param blocks   how many blocks of 64 bytes there were before SHA(end), the key's included
 */
public record CertificateDigest(int slot, int position, int blocks) {
}
