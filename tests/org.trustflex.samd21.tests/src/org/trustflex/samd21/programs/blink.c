/* Starts the board as the vendor's examples do, greets on the console, echoes what comes in, wakes the secure element over
   an interrupt-driven I2C, and blinks: once a second if the element answered, ten times a second if not. */
#include "start.h"
#include "samd21.h"

static volatile struct {
    const uint8_t *out;
    uint8_t *in;
    unsigned length;
    unsigned done;
    int state; /* 0 idle, 1 writing, 2 reading, 3 stopping */
    int failed;
} transfer;

static void stop_bus(uint32_t refuse)
{
    SERCOM_CTRLB(SERCOM2) |= refuse << 18 | 3 << 16;
    while (SERCOM_SYNCBUSY(SERCOM2)) {
    }
    transfer.state = 3;
}

void on_sercom2(void)
{
    uint16_t status = SERCOM_STATUS(SERCOM2);
    if (status & 3) {
        transfer.failed = 1;
        transfer.state = 0;
        SERCOM_INTFLAG(SERCOM2) = 0x83;
        return;
    }
    if (status & 4) {
        transfer.failed = 1;
        stop_bus(0);
    } else if (transfer.state == 1) {
        if (transfer.done == transfer.length) {
            stop_bus(0);
        } else {
            SERCOM_DATA8(SERCOM2) = transfer.out[transfer.done++];
        }
    } else if (transfer.state == 2) {
        if (transfer.done == transfer.length - 1) {
            stop_bus(1);
        }
        transfer.in[transfer.done++] = SERCOM_DATA8(SERCOM2);
    }
    if (transfer.state == 3) {
        while ((SERCOM_STATUS(SERCOM2) >> 4 & 3) != 1) {
        }
        SERCOM_INTFLAG(SERCOM2) = 0x83;
        transfer.state = 0;
    }
}

VECTOR const vector vectors[16 + 28] = { (vector)stack_top, reset, spin, spin, [16 + 11] = on_sercom2 };

static void start_bus(uint32_t baud)
{
    SERCOM_CTRLA(SERCOM2) &= ~2u;
    while (SERCOM_SYNCBUSY(SERCOM2)) {
    }
    SERCOM_BAUD32(SERCOM2) = baud;
    SERCOM_CTRLA(SERCOM2) |= 2;
    while (SERCOM_SYNCBUSY(SERCOM2)) {
    }
    SERCOM_STATUS(SERCOM2) = 1 << 4;
    while (SERCOM_SYNCBUSY(SERCOM2)) {
    }
}

static int run_transfer(uint32_t address, int reading, const uint8_t *out, uint8_t *in, unsigned length)
{
    transfer.out = out;
    transfer.in = in;
    transfer.length = length;
    transfer.done = 0;
    transfer.failed = 0;
    transfer.state = reading ? 2 : 1;
    SERCOM_CTRLB(SERCOM2) &= ~(1u << 18);
    SERCOM_ADDR(SERCOM2) = address << 1 | (uint32_t)reading;
    while (transfer.state) {
    }
    return !transfer.failed;
}

int main(void)
{
    static const uint8_t zero = 0;
    uint8_t answer[4] = { 0 };
    start_board();
    start_console();
    SERCOM_CTRLA(SERCOM2) = 1;
    while (SERCOM_SYNCBUSY(SERCOM2)) {
    }
    SERCOM_CTRLB(SERCOM2) = 1 << 8;
    SERCOM_CTRLA(SERCOM2) = 5 << 2 | 2 << 20;
    SERCOM_INTENSET(SERCOM2) = 0x83;
    NVIC_ISER = 1 << 11;
    print("hello from the board\r\n");
    start_bus(232); /* 100 kHz: the general call is long enough to wake */
    run_transfer(0, 0, &zero, 0, 1);
    wait_cycles(48 * 1500);
    start_bus(52); /* 400 kHz */
    int awake = 0;
    for (int tries = 0; tries < 20 && !awake; tries++) {
        awake = run_transfer(0x36, 1, 0, answer, 4);
        wait_cycles(awake ? 3 : 48 * 100);
    }
    print(awake ? "answer " : "no answer ");
    for (int i = 0; i < 4; i++) {
        print_hex(answer[i]);
    }
    print("\r\n");
    for (;;) {
        PORT_OUTTGL = 1 << 2;
        wait_cycles(awake ? 24000000 : 2400000);
        while (SERCOM_INTFLAG(SERCOM3) & 4) {
            char echo[2] = { (char)SERCOM_DATA16(SERCOM3), 0 };
            print(echo);
        }
    }
}
