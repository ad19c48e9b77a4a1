#include "i2c.h"

#include "clock.h"
#include "samd21.h"

#define DATA_PIN 8u
#define CLOCK_PIN 9u
#define DATA BIT(DATA_PIN)
#define CLOCK BIT(CLOCK_PIN)
/* 48 MHz / (10 + 2 * BAUD + the rise time of about 100 ns), section 28.6.2.4 */
#define BAUD_100_KHZ 232u
#define BAUD_400_KHZ 52u
#define PATIENCE_MS 10u
#define SMALLEST_GROUP 4u
#define CLOCKS_OF_A_BYTE 9u

static void wait_for_synchronization(void)
{
    while (SERCOM_SYNCBUSY(SERCOM2)) {
    }
}

static void set_speed(uint32_t baud)
{
    SERCOM_CTRLA(SERCOM2) &= ~SERCOM_CTRLA_ENABLE;
    wait_for_synchronization();
    SERCOM_I2C_BAUD(SERCOM2) = baud;
    SERCOM_CTRLA(SERCOM2) |= SERCOM_CTRLA_ENABLE;
    wait_for_synchronization();
    SERCOM_STATUS(SERCOM2) = SERCOM_STATUS_I2C_IDLE;
    wait_for_synchronization();
}

static void pause(void)
{
    for (volatile uint32_t i = 0; i < 32; i++) {
    }
}

/*
 * A reset of this processor alone may hit in the middle of a byte from a device, which then waits for the clock and holds
 * the data line. Pins that are outputs pull low here, inputs let go; the board has the pull-up resistors.
 */
static void free_bus(void)
{
    PORT_OUTCLR = DATA | CLOCK;
    PORT_DIRCLR = DATA | CLOCK;
    PORT_PINCFG(DATA_PIN) = PORT_PINCFG_INEN;
    PORT_PINCFG(CLOCK_PIN) = PORT_PINCFG_INEN;
    for (uint32_t i = 0; i < CLOCKS_OF_A_BYTE; i++) {
        pause();
        PORT_DIRSET = CLOCK;
        pause();
        PORT_DIRCLR = CLOCK;
    }
    /* A stop condition: the data line rises while the clock is high. */
    pause();
    PORT_DIRSET = DATA;
    pause();
    PORT_DIRCLR = DATA;
    pause();
}

void i2c_start(void)
{
    free_bus();
    PM_APBCMASK |= PM_APBCMASK_SERCOM2;
    GCLK_CLKCTRL = GCLK_CLKCTRL_CLKEN | GCLK_CLKCTRL_SERCOM2;
    PORT_PMUX(DATA_PIN) = PORT_PMUX_D | PORT_PMUX_D << 4;
    PORT_PINCFG(DATA_PIN) = PORT_PINCFG_PMUXEN;
    PORT_PINCFG(CLOCK_PIN) = PORT_PINCFG_PMUXEN;
    SERCOM_CTRLA(SERCOM2) = SERCOM_CTRLA_MODE_I2C_MASTER | SERCOM_CTRLA_I2C_SDAHOLD_450_NS;
    set_speed(BAUD_400_KHZ);
}

/* Waits for what the bus does. False if it does not happen or goes wrong: then the bus is given up. */
static bool await(uint8_t flags)
{
    uint32_t since = clock_milliseconds();
    while (!(SERCOM_INTFLAG(SERCOM2) & flags)) {
        if (clock_has_passed(since, PATIENCE_MS)) {
            set_speed(BAUD_400_KHZ);
            return false;
        }
    }
    return !(SERCOM_STATUS(SERCOM2) & SERCOM_STATUS_I2C_FAULT);
}

static bool acknowledged(void)
{
    return await(SERCOM_INTFLAG_I2C_MB) && !(SERCOM_STATUS(SERCOM2) & SERCOM_STATUS_I2C_RXNACK);
}

static void stop(uint32_t acknowledge)
{
    uint32_t since = clock_milliseconds();
    SERCOM_CTRLB(SERCOM2) = SERCOM_CTRLB_I2C_STOP | acknowledge;
    wait_for_synchronization();
    while ((SERCOM_STATUS(SERCOM2) & SERCOM_STATUS_I2C_BUSSTATE) != SERCOM_STATUS_I2C_IDLE) {
        if (clock_has_passed(since, PATIENCE_MS)) {
            set_speed(BAUD_400_KHZ);
            return;
        }
    }
}

void i2c_pulse(void)
{
    set_speed(BAUD_100_KHZ);
    SERCOM_I2C_ADDR(SERCOM2) = 0;
    await(SERCOM_INTFLAG_I2C_MB);
    stop(0);
    set_speed(BAUD_400_KHZ);
}

bool i2c_write(uint8_t address, const uint8_t *bytes, size_t length)
{
    SERCOM_I2C_ADDR(SERCOM2) = (uint32_t)address << 1;
    bool taken = acknowledged();
    for (size_t i = 0; taken && i < length; i++) {
        SERCOM_I2C_DATA(SERCOM2) = bytes[i];
        taken = acknowledged();
    }
    stop(0);
    return taken;
}

size_t i2c_read_group(uint8_t address, uint8_t *bytes, size_t capacity)
{
    size_t expected = 1;
    SERCOM_I2C_ADDR(SERCOM2) = (uint32_t)address << 1 | 1u;
    for (size_t i = 0; i < expected; i++) {
        if (!await(SERCOM_INTFLAG_I2C_MB | SERCOM_INTFLAG_I2C_SB)
            || !(SERCOM_INTFLAG(SERCOM2) & SERCOM_INTFLAG_I2C_SB)) {
            stop(SERCOM_CTRLB_I2C_NACK);
            return i;
        }
        bytes[i] = SERCOM_I2C_DATA(SERCOM2);
        if (i == 0 && bytes[0] >= SMALLEST_GROUP && bytes[0] <= capacity) {
            expected = bytes[0];
        }
        if (i + 1 < expected) {
            SERCOM_CTRLB(SERCOM2) = SERCOM_CTRLB_I2C_READ_NEXT;
            wait_for_synchronization();
        }
    }
    stop(SERCOM_CTRLB_I2C_NACK);
    return expected;
}
