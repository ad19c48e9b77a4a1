#include "rotation.h"

#include "console.h"

/* Made by the authorize step of the rotation: the seven arrays of the vendor's example ... */
#include "public_key_rotation.h"
/* ... and what this program knows more: the element, its old key, the authority, the settings that were signed. */
#include "public_key_rotation_device.h"

#define SLOT 14u
#define AUTHORITY_SLOT 13u

_Static_assert(sizeof public_key == ATECC_PUBLIC_KEY, "a public key is X and Y");
_Static_assert(sizeof validated_nonce == ATECC_DIGEST, "a nonce has 32 bytes");
_Static_assert(sizeof validated_signature == ATECC_SIGNATURE, "a signature is r and s");
_Static_assert(sizeof validated_other_data == ATECC_OTHER_DATA, "the settings that were signed");
_Static_assert(sizeof rotating_digest == ATECC_DIGEST, "a digest has 32 bytes");
_Static_assert(sizeof rotating_signature == ATECC_SIGNATURE, "a signature is r and s");
_Static_assert(sizeof device_serial_number == ATECC_SERIAL_NUMBER, "a serial number has nine bytes");

static const struct atecc_consent to_new_key = {validated_nonce, validated_signature, validated_other_data};
static const struct atecc_consent to_old_key = {old_nonce, old_signature, old_other_data};

static bool same(const uint8_t *one, const uint8_t *other, size_t length)
{
    uint8_t difference = 0;
    for (size_t i = 0; i < length; i++) {
        difference |= one[i] ^ other[i];
    }
    return difference == 0;
}

static atecc_status print_revision(void)
{
    uint8_t revision[ATECC_REVISION];
    atecc_status status = atecc_read_revision(revision);
    if (status == ATECC_OK) {
        console_print("Device revision:\n");
        console_print_bytes(revision, sizeof revision);
        console_print("\n");
    }
    return status;
}

/* What the authority signed holds for one element alone. */
static atecc_status require_element(void)
{
    uint8_t serial_number[ATECC_SERIAL_NUMBER];
    atecc_status status = atecc_read_serial_number(serial_number);
    if (status == ATECC_OK && !same(serial_number, device_serial_number, sizeof serial_number)) {
        console_print("This program was made for the secure element:\n");
        console_print_bytes(device_serial_number, sizeof device_serial_number);
        console_print("On the board is:\n");
        console_print_bytes(serial_number, sizeof serial_number);
        status = ROTATION_OTHER_ELEMENT;
    }
    return status;
}

/* A signature did not fit: says whether that is because slot 13 holds another authority's key. */
static void explain_miscompare(void)
{
    uint8_t authority[ATECC_PUBLIC_KEY];
    bool valid;
    if (atecc_read_public_key(AUTHORITY_SLOT, authority, &valid) == ATECC_OK) {
        console_print(same(authority, authority_public_key, sizeof authority)
                          ? "The authority's signature is not for this key: authorize it again and build again\n"
                          : "Slot 13 holds another authority than the one that signed\n");
    }
}

static atecc_status make_room(const uint8_t key[ATECC_PUBLIC_KEY])
{
    if (!OLD_KEY_KNOWN || !same(key, old_public_key, ATECC_PUBLIC_KEY)) {
        console_print("Slot 14 holds a valid key that nothing was signed for: authorize again and build again\n");
        return ROTATION_OTHER_KEY;
    }
    atecc_status status = atecc_invalidate(SLOT, &to_old_key);
    if (status == ATECC_OK) {
        console_print("Validated public key is already in slot, invalidated the slot to update the new public key\n\n");
    }
    return status;
}

static atecc_status replace(void)
{
    atecc_status status = atecc_write_public_key(SLOT, public_key);
    if (status != ATECC_OK) {
        return status;
    }
    console_print("New Rotating Public key written to device:\n");
    console_print_bytes(public_key, sizeof public_key);
    console_print("\n");
    status = atecc_validate(SLOT, &to_new_key);
    if (status == ATECC_OK) {
        console_print("Validated the Rotating Public key in device\n\n");
    }
    return status;
}

static atecc_status bring_in(void)
{
    uint8_t key[ATECC_PUBLIC_KEY];
    bool valid;
    atecc_status status = atecc_read_public_key(SLOT, key, &valid);
    if (status == ATECC_OK && valid) {
        if (same(key, public_key, sizeof key)) {
            console_print("The new Rotating Public key is already in slot and valid\n\n");
            return ATECC_OK;
        }
        status = make_room(key);
    }
    if (status == ATECC_OK) {
        status = replace();
    }
    if (status == ATECC_MISCOMPARE) {
        explain_miscompare();
    }
    return status;
}

static atecc_status prove(void)
{
    atecc_status status = atecc_verify(SLOT, rotating_digest, rotating_signature);
    if (status == ATECC_OK) {
        console_print("Verified the Rotating Public key in device is usable for verify operations\n\n");
    } else if (!atecc_is_link_failure(status)) {
        console_print("Rotating Public key verification failed\n\n");
    }
    return status;
}

atecc_status rotation_run(void)
{
    atecc_status status = print_revision();
    if (status == ATECC_OK) {
        status = require_element();
    }
    if (status == ATECC_OK) {
        status = bring_in();
    }
    return status == ATECC_OK ? prove() : status;
}
