#include "atecc608.h"

#include "clock.h"
#include "i2c.h"

#define ADDRESS 0x36u /* 0x6C in the eight-bit notation of the vendor's documents */

/* Word addresses, section 7.2.1 */
#define WORD_SLEEP 0x01u
#define WORD_IDLE 0x02u
#define WORD_COMMAND 0x03u

#define OP_READ 0x02u
#define OP_WRITE 0x12u
#define OP_NONCE 0x16u
#define OP_INFO 0x30u
#define OP_GEN_KEY 0x40u
#define OP_VERIFY 0x45u

#define ZONE_CONFIGURATION 0x80u /* blocks of 32 bytes */
#define ZONE_DATA 0x82u
#define NONCE_TO_TEMP_KEY 0x03u
#define NONCE_TO_MESSAGE_DIGEST_BUFFER 0x43u
#define GEN_KEY_DIGEST 0x10u
#define VERIFY_STORED_MESSAGE_DIGEST_BUFFER 0x20u
#define VERIFY_VALIDATE 0x03u
#define VERIFY_INVALIDATE 0x07u

#define HEAD 5u /* count, opcode, mode, two bytes of parameter */
#define CRC 2u
#define STATUS_GROUP 4u
#define LONGEST_DATA (ATECC_SIGNATURE + ATECC_OTHER_DATA)
#define LONGEST_ANSWER (ATECC_BLOCK + 1u + CRC)

#define WAKE_DELAY_MS 2u       /* at least 1.5 ms, table 9-3 */
#define WAKE_PATIENCE_MS 1500u /* longer than a command or the watchdog that a reset left behind */
#define POLL_MS 2u
#define PATIENCE_MS 1300u

#define KEY_BLOCKS 3u
#define PAD 4u /* before X, and before Y; the first nibble says whether the key is valid */
#define COORDINATE 32u
#define VALID 5u

/* The checksum of section 4.2: polynomial 8005, bits from the lowest on, the result low byte first. */
static void checksum(const uint8_t *bytes, size_t length, uint8_t crc[CRC])
{
    uint16_t value = 0;
    for (size_t i = 0; i < length; i++) {
        for (uint8_t bit = 1; bit != 0; bit = (uint8_t)(bit << 1)) {
            bool data = (bytes[i] & bit) != 0;
            bool top = (value & 0x8000u) != 0;
            value = (uint16_t)(value << 1);
            if (data != top) {
                value ^= 0x8005u;
            }
        }
    }
    crc[0] = (uint8_t)value;
    crc[1] = (uint8_t)(value >> 8);
}

static bool is_whole(const uint8_t *group, size_t length)
{
    uint8_t crc[CRC];
    if (length < STATUS_GROUP || group[0] != length) {
        return false;
    }
    checksum(group, length - CRC, crc);
    return group[length - 2] == crc[0] && group[length - 1] == crc[1];
}

static void signal(uint8_t word)
{
    i2c_write(ADDRESS, &word, 1);
}

/*
 * Wakes the element. After a reset of this processor it may be awake already and busy, or have an answer for nobody: then
 * it is put to sleep first, as a wake pulse does nothing to one that is awake.
 */
static bool wake(void)
{
    static const uint8_t awake[STATUS_GROUP] = {0x04, 0x11, 0x33, 0x43};
    uint32_t since = clock_milliseconds();
    do {
        uint8_t group[LONGEST_ANSWER];
        i2c_pulse();
        clock_wait(WAKE_DELAY_MS);
        size_t length = i2c_read_group(ADDRESS, group, sizeof group);
        bool same = length == sizeof awake;
        for (size_t i = 0; same && i < sizeof awake; i++) {
            same = group[i] == awake[i];
        }
        if (same) {
            return true;
        }
        signal(WORD_SLEEP);
        clock_wait(POLL_MS);
    } while (!clock_has_passed(since, WAKE_PATIENCE_MS));
    return false;
}

/* Polls for the answer: while the element is busy it does not acknowledge its address. */
static atecc_status receive(uint8_t *answer, size_t expected)
{
    uint8_t group[LONGEST_ANSWER];
    uint32_t since = clock_milliseconds();
    size_t length;
    do {
        clock_wait(POLL_MS);
        length = i2c_read_group(ADDRESS, group, sizeof group);
    } while (length == 0 && !clock_has_passed(since, PATIENCE_MS));
    if (length == 0) {
        return ATECC_NO_ANSWER;
    }
    if (!is_whole(group, length)) {
        return ATECC_BAD_REPLY;
    }
    if (length == STATUS_GROUP && expected != 1u) {
        return group[1] == ATECC_OK ? ATECC_BAD_REPLY : group[1];
    }
    if (length != expected + 1u + CRC) {
        return ATECC_BAD_REPLY;
    }
    for (size_t i = 0; i < expected; i++) {
        answer[i] = group[1 + i];
    }
    return ATECC_OK;
}

/* One command from wake to idle. The data may come in two pieces; answer is what stands between count and checksum. */
static atecc_status execute(uint8_t opcode, uint8_t mode, uint16_t parameter, const uint8_t *data, size_t length,
                            const uint8_t *more, size_t more_length, uint8_t *answer, size_t expected)
{
    uint8_t packet[1u + HEAD + LONGEST_DATA + CRC];
    size_t count = HEAD;
    packet[0] = WORD_COMMAND;
    packet[2] = opcode;
    packet[3] = mode;
    packet[4] = (uint8_t)parameter;
    packet[5] = (uint8_t)(parameter >> 8);
    for (size_t i = 0; i < length; i++) {
        packet[1u + count++] = data[i];
    }
    for (size_t i = 0; i < more_length; i++) {
        packet[1u + count++] = more[i];
    }
    packet[1] = (uint8_t)(count + CRC);
    checksum(packet + 1, count, packet + 1 + count);
    if (!wake() || !i2c_write(ADDRESS, packet, 1u + count + CRC)) {
        return ATECC_NO_ANSWER;
    }
    atecc_status status = receive(answer, expected);
    signal(WORD_IDLE);
    return status;
}

/* A command whose answer is a status. */
static atecc_status carry_out(uint8_t opcode, uint8_t mode, uint16_t parameter, const uint8_t *data, size_t length,
                              const uint8_t *more, size_t more_length)
{
    uint8_t answer;
    atecc_status status = execute(opcode, mode, parameter, data, length, more, more_length, &answer, 1);
    return status == ATECC_OK ? answer : status;
}

bool atecc_is_link_failure(atecc_status status)
{
    return status == ATECC_NO_ANSWER || status == ATECC_BAD_REPLY;
}

atecc_status atecc_read_revision(uint8_t revision[ATECC_REVISION])
{
    return execute(OP_INFO, 0, 0, NULL, 0, NULL, 0, revision, ATECC_REVISION);
}

atecc_status atecc_read_serial_number(uint8_t serial_number[ATECC_SERIAL_NUMBER])
{
    uint8_t block[ATECC_BLOCK];
    atecc_status status = execute(OP_READ, ZONE_CONFIGURATION, 0, NULL, 0, NULL, 0, block, sizeof block);
    if (status == ATECC_OK) {
        /* Bytes 0 to 3 and 8 to 12 of the configuration zone. */
        for (size_t i = 0; i < ATECC_SERIAL_NUMBER; i++) {
            serial_number[i] = block[i < 4 ? i : i + 4];
        }
    }
    return status;
}

static uint16_t block_address(uint8_t slot, size_t block)
{
    return (uint16_t)(block << 8 | (size_t)slot << 3);
}

/* Where a byte of X|Y stands in the slot. */
static size_t stored_at(size_t index)
{
    return index + (index < COORDINATE ? PAD : 2 * PAD);
}

atecc_status atecc_read_public_key(uint8_t slot, uint8_t key[ATECC_PUBLIC_KEY], bool *valid)
{
    uint8_t stored[KEY_BLOCKS * ATECC_BLOCK];
    for (size_t block = 0; block < KEY_BLOCKS; block++) {
        atecc_status status = execute(OP_READ, ZONE_DATA, block_address(slot, block), NULL, 0, NULL, 0,
                                      stored + block * ATECC_BLOCK, ATECC_BLOCK);
        if (status != ATECC_OK) {
            return status;
        }
    }
    for (size_t i = 0; i < ATECC_PUBLIC_KEY; i++) {
        key[i] = stored[stored_at(i)];
    }
    *valid = stored[0] >> 4 == VALID;
    return ATECC_OK;
}

atecc_status atecc_write_public_key(uint8_t slot, const uint8_t key[ATECC_PUBLIC_KEY])
{
    uint8_t stored[KEY_BLOCKS * ATECC_BLOCK] = {0};
    for (size_t i = 0; i < ATECC_PUBLIC_KEY; i++) {
        stored[stored_at(i)] = key[i];
    }
    for (size_t block = 0; block < KEY_BLOCKS; block++) {
        atecc_status status = carry_out(OP_WRITE, ZONE_DATA, block_address(slot, block),
                                        stored + block * ATECC_BLOCK, ATECC_BLOCK, NULL, 0);
        if (status != ATECC_OK) {
            return status;
        }
    }
    return ATECC_OK;
}

/* The element computes a digest over nonce and key, and takes the signature over that digest (section 5.2.5.3). */
static atecc_status change_validity(uint8_t mode, uint8_t slot, const struct atecc_consent *consent)
{
    static const uint8_t none[3] = {0};
    atecc_status status = carry_out(OP_NONCE, NONCE_TO_TEMP_KEY, 0, consent->nonce, ATECC_DIGEST, NULL, 0);
    if (status == ATECC_OK) {
        status = carry_out(OP_GEN_KEY, GEN_KEY_DIGEST, slot, none, sizeof none, NULL, 0);
    }
    if (status == ATECC_OK) {
        status = carry_out(OP_VERIFY, mode, slot, consent->signature, ATECC_SIGNATURE, consent->other_data,
                           ATECC_OTHER_DATA);
    }
    return status;
}

atecc_status atecc_validate(uint8_t slot, const struct atecc_consent *consent)
{
    return change_validity(VERIFY_VALIDATE, slot, consent);
}

atecc_status atecc_invalidate(uint8_t slot, const struct atecc_consent *consent)
{
    return change_validity(VERIFY_INVALIDATE, slot, consent);
}

atecc_status atecc_verify(uint8_t slot, const uint8_t digest[ATECC_DIGEST], const uint8_t signature[ATECC_SIGNATURE])
{
    atecc_status status = carry_out(OP_NONCE, NONCE_TO_MESSAGE_DIGEST_BUFFER, 0, digest, ATECC_DIGEST, NULL, 0);
    if (status == ATECC_OK) {
        status = carry_out(OP_VERIFY, VERIFY_STORED_MESSAGE_DIGEST_BUFFER, slot, signature, ATECC_SIGNATURE, NULL, 0);
    }
    return status;
}
