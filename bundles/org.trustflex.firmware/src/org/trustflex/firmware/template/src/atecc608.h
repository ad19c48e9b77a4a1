/*
 * The ATECC608 secure element: commands as they go over the I2C bus (TFLXTLS data sheet, chapters 4, 5 and 7).
 * Each command wakes the element and lets it idle afterwards, so that its watchdog never runs out in the middle of
 * something, and TempKey stays from one command to the next.
 */
#ifndef ATECC608_H
#define ATECC608_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ATECC_BLOCK 32u
#define ATECC_SERIAL_NUMBER 9u
#define ATECC_DIGEST 32u
#define ATECC_PUBLIC_KEY 64u
#define ATECC_SIGNATURE 64u
#define ATECC_OTHER_DATA 19u
#define ATECC_REVISION 4u

/* What became of a command: the element's own status byte, or one of the last two. */
typedef uint8_t atecc_status;
#define ATECC_OK 0x00u
#define ATECC_MISCOMPARE 0x01u      /* a signature does not fit */
#define ATECC_EXECUTION_ERROR 0x0Fu /* not in this state, not with this configuration */
#define ATECC_BAD_REPLY 0xE2u       /* an answer came, but not a whole one */
#define ATECC_NO_ANSWER 0xF0u       /* nobody answered */

/* Whether only the connection failed, so that it makes sense to try again. */
bool atecc_is_link_failure(atecc_status status);

atecc_status atecc_read_revision(uint8_t revision[ATECC_REVISION]);
atecc_status atecc_read_serial_number(uint8_t serial_number[ATECC_SERIAL_NUMBER]);

/* Reads a public key from a slot and whether the element uses it. One that is half-written is read, too. */
atecc_status atecc_read_public_key(uint8_t slot, uint8_t key[ATECC_PUBLIC_KEY], bool *valid);

/* Writes a public key to a slot that is open for it. It is not valid then. */
atecc_status atecc_write_public_key(uint8_t slot, const uint8_t key[ATECC_PUBLIC_KEY]);

/* What an authority signed to make the key in a slot valid or invalid. */
struct atecc_consent {
    const uint8_t *nonce;      /* ATECC_DIGEST bytes */
    const uint8_t *signature;  /* ATECC_SIGNATURE bytes */
    const uint8_t *other_data; /* ATECC_OTHER_DATA bytes */
};

/* Makes the key that stands in a slot valid. */
atecc_status atecc_validate(uint8_t slot, const struct atecc_consent *consent);

/* Makes the valid key in a slot invalid, so that the slot can be written. */
atecc_status atecc_invalidate(uint8_t slot, const struct atecc_consent *consent);

/* Lets the element verify a signature over a digest with the valid key in a slot. */
atecc_status atecc_verify(uint8_t slot, const uint8_t digest[ATECC_DIGEST],
                          const uint8_t signature[ATECC_SIGNATURE]);

#endif
