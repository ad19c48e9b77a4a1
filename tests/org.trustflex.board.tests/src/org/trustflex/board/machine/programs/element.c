/* A user's program for the board: wakes the TrustFLEX element, reads its serial number and lets it make a public key, all
   over I2C and by polling, prints what it found, and blinks: once a second if all went well, ten times a second if not. */
#include "start.h"
#include "samd21.h"

#define ELEMENT 0x36
#define MASTER_ON_BUS 1
#define SLAVE_ON_BUS 2
#define NOT_ACKNOWLEDGED 4
#define COMMAND_READ (2u << 16)
#define COMMAND_STOP (3u << 16)
#define REFUSE (1u << 18)
#define SLOW 232 /* 100 kHz */
#define FAST 52  /* 400 kHz */

VECTOR const vector vectors[16 + 28] = { (vector)stack_top, reset, spin, spin };

static uint8_t answer[75];

static void start_bus(uint32_t baud)
{
    SERCOM_CTRLA(SERCOM2) &= ~2u;
    SERCOM_BAUD32(SERCOM2) = baud;
    SERCOM_CTRLA(SERCOM2) |= 2;
    while (SERCOM_SYNCBUSY(SERCOM2)) {
    }
    SERCOM_STATUS(SERCOM2) = 1 << 4;
    while (SERCOM_SYNCBUSY(SERCOM2)) {
    }
}

static int acknowledged(void)
{
    while (!(SERCOM_INTFLAG(SERCOM2) & (MASTER_ON_BUS | SLAVE_ON_BUS))) {
    }
    return !(SERCOM_STATUS(SERCOM2) & NOT_ACKNOWLEDGED);
}

static void stop(uint32_t how)
{
    SERCOM_CTRLB(SERCOM2) = how | COMMAND_STOP;
    while ((SERCOM_STATUS(SERCOM2) >> 4 & 3) != 1) {
    }
}

static int send(uint32_t address, int word_address, const uint8_t *bytes, unsigned length)
{
    SERCOM_CTRLB(SERCOM2) = 0;
    SERCOM_ADDR(SERCOM2) = address << 1;
    int going = acknowledged();
    if (going && word_address >= 0) {
        SERCOM_DATA8(SERCOM2) = (uint8_t)word_address;
        going = acknowledged();
    }
    while (going && length--) {
        SERCOM_DATA8(SERCOM2) = *bytes++;
        going = acknowledged();
    }
    stop(0);
    return going;
}

static int receive(uint32_t address, uint8_t *bytes, unsigned length)
{
    SERCOM_CTRLB(SERCOM2) = 0;
    SERCOM_ADDR(SERCOM2) = address << 1 | 1;
    if (!acknowledged()) {
        stop(0);
        return 0;
    }
    while (--length) {
        *bytes++ = SERCOM_DATA8(SERCOM2);
        SERCOM_CTRLB(SERCOM2) = COMMAND_READ;
        acknowledged();
    }
    SERCOM_CTRLB(SERCOM2) = REFUSE;
    *bytes = SERCOM_DATA8(SERCOM2);
    stop(REFUSE);
    return 1;
}

static int wake(void)
{
    start_bus(SLOW);
    send(0, -1, 0, 0);
    wait_cycles(48 * 1600);
    start_bus(FAST);
    return receive(ELEMENT, answer, 4) && answer[1] == 0x11;
}

static uint16_t checksum(const uint8_t *bytes, unsigned length)
{
    uint16_t crc = 0;
    while (length--) {
        for (int bit = 0; bit < 8; bit++) {
            unsigned in = *bytes >> bit & 1;
            unsigned out = crc >> 15;
            crc = (uint16_t)(crc << 1);
            if (in != out) {
                crc ^= 0x8005;
            }
        }
        bytes++;
    }
    return crc;
}

/* One command without data; the number of milliseconds until it was answered, or -1. */
static int execute(uint8_t opcode, uint8_t mode, uint16_t parameter)
{
    uint8_t packet[7] = { 7, opcode, mode, (uint8_t)parameter, (uint8_t)(parameter >> 8) };
    uint16_t crc = checksum(packet, 5);
    packet[5] = (uint8_t)crc;
    packet[6] = (uint8_t)(crc >> 8);
    if (!send(ELEMENT, 3, packet, 7)) {
        return -1;
    }
    for (int milliseconds = 0; milliseconds < 200; milliseconds++) {
        if (receive(ELEMENT, answer, 1)) {
            return receive(ELEMENT, answer + 1, answer[0] - 1u) ? milliseconds : -1;
        }
        wait_cycles(48000);
    }
    return -1;
}

static void print_bytes(const char *what, const uint8_t *bytes, unsigned length)
{
    print(what);
    while (length--) {
        print_hex(*bytes++);
    }
    print("\r\n");
}

int main(void)
{
    start_board();
    start_console();
    SERCOM_CTRLA(SERCOM2) = 1;
    while (SERCOM_SYNCBUSY(SERCOM2)) {
    }
    SERCOM_CTRLA(SERCOM2) = 5 << 2 | 1 << 20;
    print("looking for the secure element\r\n");
    int well = wake() && execute(0x02, 0x80, 0) >= 0 && answer[0] == 35;
    if (well) {
        uint8_t serial_number[9];
        memcpy(serial_number, answer + 1, 4);
        memcpy(serial_number + 4, answer + 9, 5);
        print_bytes("serial number ", serial_number, 9);
        int milliseconds = execute(0x40, 0, 0);
        well = milliseconds >= 5 && answer[0] == 67;
        print_bytes(well ? "public key after ms " : "no public key ", &(uint8_t){ (uint8_t)milliseconds }, 1);
        well = well && send(ELEMENT, 1, 0, 0) && !receive(ELEMENT, answer, 4);
    }
    print(well ? "asleep again\r\n" : "failed\r\n");
    for (;;) {
        PORT_OUTTGL = 1 << 2;
        wait_cycles(well ? 24000000 : 2400000);
    }
}
