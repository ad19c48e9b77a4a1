/*
 * Rotates the public key in slot 14 of the secure element on the Trust Platform board, as it is reset. The console says
 * what it does; the status LED says how it ended.
 */
#include "clock.h"
#include "console.h"
#include "i2c.h"
#include "led.h"
#include "rotation.h"

#define ATTEMPTS 3u

int main(void)
{
    clock_start();
    led_start();
    console_start();
    i2c_start();

    atecc_status status = rotation_run();
    for (unsigned attempt = 1; attempt < ATTEMPTS && atecc_is_link_failure(status); attempt++) {
        console_print("The secure element did not answer, trying again\n");
        i2c_start();
        status = rotation_run();
    }
    if (atecc_is_link_failure(status)) {
        console_print("The secure element does not answer: check switch SW2\n");
    }
    console_print("Execution completed with status ");
    console_print_byte(status);
    console_print("\n");
    console_flush();
    led_show(status == ATECC_OK);
}
