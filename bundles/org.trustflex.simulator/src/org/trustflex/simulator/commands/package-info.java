/**
 * The commands of the simulated ATECC608B, one class each.
 *
 * <p>The rules are those of the ATECC608-TFLXTLS data sheet, chapter 5, and, for when a command fails, of the ATECC508A
 * complete data sheet, chapter 9, whose successor the chip is. Where neither settles a point, this is what was chosen,
 * beside what {@link org.trustflex.simulator.environment.SimulatorSettings} leaves open:
 * <ul>
 * <li>A packet's form is judged first (03), then the state (0F). Data of a wrong length is a parse error, but Info,
 * Lock, Random and GenDig over a key without NoMac ignore data, and MAC ignores a challenge that its mode does not
 * use.</li>
 * <li>KeyID beyond 15 is a parse error for every command, as a 608 was seen to answer for AES; the 508A masks it.</li>
 * <li>A Write of 32 bytes and a MAC to a slot that is written in the clear is refused (0F) rather than stored; bit 6 of
 * the mode alone is ignored after the data zone was locked.</li>
 * <li>Four-byte writes are allowed with WriteConfig PubInvalid too, as the vendor's own script does them on slot
 * 14.</li>
 * <li>A write of 32 bytes may not touch configuration bytes 0 to 15 and 84 to 87, not even with their present
 * value.</li>
 * <li>Slots can be locked one by one as soon as the configuration zone is locked.</li>
 * <li>GenKey with KeyID FFFF makes a private key in TempKey (mode 04) and gives its public key (mode 00); no other
 * command takes such a TempKey.</li>
 * <li>Nonce takes a target and 64 bytes with pass-through only; 64 bytes do not fit the alternate key buffer.</li>
 * <li>SHA(update) takes 64 bytes. SHA(end) leaves TempKey as if the digest had been passed through. SHA(HMAC start)
 * with KeyID FFFF takes TempKey as the key and uses it up; with a ReqRandom key it needs a random nonce and leaves
 * it.</li>
 * <li>The message digest buffer is cleared by every command but Nonce and SHA, refused or not.</li>
 * <li>Info(key valid) says 0 for public keys that need no validation. The persistent latch can be set if the
 * configuration enables it for a key or for secure boot.</li>
 * <li>Verify refuses a stored public key that is no point of the curve as it does one given along. A validation
 * authority that needs validation itself must be valid. Slots without PubInfo can't be validated.</li>
 * <li>Sign(external) ignores the serial number and invalidate bits; Sign(internal) takes its digest from TempKey
 * only.</li>
 * <li>CheckMac's copy leaves TempKey as if passed through, and never copies a private key.</li>
 * <li>GenKey, GenDig and Nonce clear TempKey on every refusal; other commands clear it whatever they answer, provided
 * that their mode uses it.</li>
 * </ul>
 * Not here yet, and refused with a reason that says so: AES, DeriveKey, ECDH, KDF, PrivWrite, SecureBoot, SelfTest,
 * UpdateExtra, Verify(validate external), and reading and writing the SHA context.
 */
@NullMarked
package org.trustflex.simulator.commands;

import org.jspecify.annotations.NullMarked;
