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
 * <li>Also parse errors: GenDig over zones beyond 5 and configuration blocks beyond 3, Nonce with mode 2 or with a Param2
 * other than 0 and 8000, and Verify(external) with another curve than 4. Nonce with Param2 8000 and no valid TempKey is
 * refused (0F).</li>
 * <li>KeyID beyond 15 is a parse error for every command, as a 608 was seen to answer for AES; the 508A masks it.</li>
 * <li>A Write of 32 bytes and a MAC to a slot that is written in the clear is refused (0F) rather than stored; bit 6 of
 * the mode alone is ignored after the data zone was locked.</li>
 * <li>Four-byte writes are allowed with WriteConfig PubInvalid too, as the vendor's own script does them on slot
 * 14.</li>
 * <li>A write of 32 bytes may not touch configuration bytes 0 to 15 and 84 to 87, not even with their present
 * value.</li>
 * <li>Slots can be locked one by one as soon as the configuration zone is locked.</li>
 * <li>GenKey with KeyID FFFF makes a private key in TempKey (mode 04) and gives its public key (mode 00); of the other
 * commands only ECDH takes such a TempKey.</li>
 * <li>GenKey for the public key of a slot without a private key is refused (0F).</li>
 * <li>GenDig over anything but a data slot leaves the flag GenDigData and the KeyID in TempKey clear, as the vendor's host
 * library does; a table of the TFLXTLS data sheet has the flag set for the shared nonce.</li>
 * <li>Nonce takes a target and 64 bytes with pass-through only; 64 bytes do not fit the alternate key buffer.</li>
 * <li>SHA(update) takes 1 to 64 bytes, as contexts of up to 99 bytes show that blocks may be left unfinished. SHA(read
 * context) gives the eight words of the state, the length of the message so far (4 bytes, low byte first) and the bytes
 * that make no block yet; how a real element orders them is not public. The context of an HMAC is not given out. SHA(end) leaves TempKey as if the digest had been passed through. SHA(HMAC start)
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
 * <li>Verify(validate external): the X.509 format has the position of the public key in bits 3:0 and the length of the
 * template in bits 7:4, as the vendor's host library names them in its Python description of the zone. That both count
 * blocks of 64 bytes (those before SHA(public), and those before SHA(end), the key's included) is a choice. The digest
 * must be in TempKey, straight from SHA(end).</li>
 * <li>DeriveKey never changes the slot of a private key and needs a locked data zone. A MAC that the policy does not ask
 * for is ignored. The MAC is made with the parent key, which WriteKey names, as the vendor's host library calculates it,
 * also where the target itself is derived from; that key's limited uses are counted.</li>
 * <li>PrivWrite ignores the four pad bytes and refuses what is no private key. Before the data zone is locked, any
 * TempKey encrypts and the policy's bit for PrivWrite does not count.</li>
 * <li>UpdateExtra works whatever is locked; writing 0 is allowed and leaves the byte free.</li>
 * <li>ECDH: bit 1 of the mode goes with the output buffer only, and TempKey as the key needs a target in the mode. Where
 * the policy writes the secret into the next odd slot, only the output buffer is refused; that slot must hold no private
 * key and be unlocked. For TempKey as the key, Param2 names the slot of the result. A secret in TempKey has source 1,
 * like a value from outside.</li>
 * <li>Where ChipOptions allows encrypted output only, ECDH and KDF encrypt whatever the mode says; its fourth value is
 * taken as "no output".</li>
 * <li>AES with an opened zone and without AES_Enable is a parse error, as on real parts. A key's block beyond its slot is
 * an address beyond the slot. The multiplication needs no key.</li>
 * <li>KDF takes keys from AES and secret slots. As a target a slot needs PubInfo, clear writes and no elliptic-curve
 * key, as a public host library demands. HKDF finds a message in the slot that bits 11:8 of the details name; data that
 * comes along with a message in a slot or in TempKey is ignored. AES takes the 16-byte key that bits 1:0 of the details
 * choose. Processing for AEAD is refused (03). Results in TempKey have source 1; 32 bytes leave the upper half. An IV is
 * expected where KdfIvLoc is 1 to EF.</li>
 * <li>SecureBoot: the full mode works with every configuration but "disabled", the others only where something is kept.
 * Success sets the persistent latch, failure leaves it. Prohibit counts after success, until the power goes. The slot
 * that keeps digest or signature needs room, no private key and no lock; its other policies do not count. Uses of the
 * public key are not counted.</li>
 * <li>SelfTest passes unless {@link org.trustflex.simulator.chip.HardwareFaults} says otherwise. Every wake pulse clears
 * the failure register, as the data sheet says, so that a kit, which wakes before each command, meets 07 only where the
 * configuration asks for self-tests at wake.</li>
 * </ul>
 */
@NullMarked
package org.trustflex.simulator.commands;

import org.jspecify.annotations.NullMarked;
