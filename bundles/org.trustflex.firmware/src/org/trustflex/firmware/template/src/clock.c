#include "clock.h"

#include "samd21.h"

#define HERTZ 48000000u
#define COARSE_UNKNOWN 0x3Fu
#define COARSE_DEFAULT 0x1Fu

static volatile uint32_t milliseconds;

static void wait_for_oscillator(void)
{
    while (!(SYSCTRL_PCLKSR & SYSCTRL_PCLKSR_DFLLRDY)) {
    }
}

static void start_oscillator(void)
{
    uint32_t coarse = CALIBRATION_COARSE;
    if (coarse == COARSE_UNKNOWN) {
        coarse = COARSE_DEFAULT;
    }
    /* Written before it is configured, or the oscillator may never get ready (errata, reference 9905). */
    SYSCTRL_DFLLCTRL = 0;
    wait_for_oscillator();
    SYSCTRL_DFLLVAL = coarse << 10 | CALIBRATION_FINE;
    wait_for_oscillator();
    SYSCTRL_DFLLCTRL = SYSCTRL_DFLLCTRL_ENABLE;
    wait_for_oscillator();
}

void clock_start(void)
{
    /* The flash is slower than the processor will be: one wait state at 48 MHz and 3.3 V. */
    NVMCTRL_CTRLB = NVMCTRL_CTRLB_RWS(1) | NVMCTRL_CTRLB_MANW;
    start_oscillator();
    GCLK_GENCTRL = GCLK_GENCTRL_GENEN | GCLK_GENCTRL_IDC | GCLK_GENCTRL_SRC_DFLL48M;
    while (GCLK_STATUS & GCLK_STATUS_SYNCBUSY) {
    }
    SYST_RVR = HERTZ / 1000u - 1u;
    SYST_CVR = 0;
    SYST_CSR = SYST_CSR_RUN;
}

void SysTick_Handler(void)
{
    milliseconds = milliseconds + 1;
}

uint32_t clock_milliseconds(void)
{
    return milliseconds;
}

bool clock_has_passed(uint32_t since, uint32_t duration)
{
    return milliseconds - since > duration;
}

void clock_wait(uint32_t duration)
{
    uint32_t since = milliseconds;
    while (!clock_has_passed(since, duration)) {
        __asm volatile("wfi" ::: "memory");
    }
}
