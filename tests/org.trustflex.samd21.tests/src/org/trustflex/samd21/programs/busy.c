/* Never rests: a system tick of a kilohertz, a timer interrupt of ten, a console that always sends, an I2C bus on which
   nobody answers, an LED, and sums over the flash in between. */
#include "start.h"
#include "samd21.h"

#define SYST_CSR R32(0xE000E010)
#define SYST_RVR R32(0xE000E014)
#define SYST_CVR R32(0xE000E018)
#define TC3_CTRLA R16(0x42002C00)
#define TC3_INTENSET R8(0x42002C0D)
#define TC3_INTFLAG R8(0x42002C0E)
#define TC3_CC0 R16(0x42002C18)

static volatile uint32_t ticks, beats, sum;

static void on_tick(void)
{
    if (++ticks % 100 == 0) {
        PORT_OUTTGL = 1 << 2;
    }
}

static void on_timer(void)
{
    TC3_INTFLAG = 1;
    beats++;
}

VECTOR const vector vectors[16 + 28] = { (vector)stack_top, reset, spin, spin, [15] = on_tick, [16 + 18] = on_timer };

static void start_timers(void)
{
    SYST_RVR = 48000 - 1;
    SYST_CVR = 0;
    SYST_CSR = 7;
    PM_APBCMASK |= 1 << 11;
    GCLK_CLKCTRL = 1 << 14 | 27;
    TC3_CC0 = 4800 - 1;
    TC3_INTENSET = 1;
    TC3_CTRLA = 1 << 5 | 2;
    NVIC_ISER = 1 << 18;
}

static void start_bus(void)
{
    SERCOM_CTRLB(SERCOM2) = 1 << 8;
    SERCOM_CTRLA(SERCOM2) = 5 << 2;
    SERCOM_BAUD32(SERCOM2) = 52;
    SERCOM_CTRLA(SERCOM2) |= 2;
    SERCOM_STATUS(SERCOM2) = 1 << 4;
}

static void call_somebody(uint32_t address)
{
    SERCOM_ADDR(SERCOM2) = address << 1;
    while (!(SERCOM_INTFLAG(SERCOM2) & 1)) {
    }
    SERCOM_CTRLB(SERCOM2) |= 3 << 16;
    while ((SERCOM_STATUS(SERCOM2) >> 4 & 3) != 1) {
    }
}

int main(void)
{
    start_board();
    start_console();
    start_bus();
    start_timers();
    for (;;) {
        print("busy ");
        print_hex(beats);
        wait_cycles(480);
        call_somebody(ticks & 0x7F);
        for (const uint32_t *word = (const uint32_t *)0x400; word < (const uint32_t *)0x2400; word++) {
            sum += *word ^ sum << 1;
        }
    }
}
