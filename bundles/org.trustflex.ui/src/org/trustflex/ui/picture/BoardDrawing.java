package org.trustflex.ui.picture;

import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.trustflex.board.ElementDescription;
import org.trustflex.board.mcu.ProgramKind;

/**
 * Draws a Trust Platform board (DM320118, as its user's guide shows it): USB, debugger, main MCU, the three secure elements,
 * switches and LEDs. Coordinates are those of a board that is {@link #WIDTH} wide and {@link #HEIGHT} high.
 */
final class BoardDrawing {

    static final int WIDTH = 380;
    static final int HEIGHT = 176;

    /** The reset switch, which can be pushed with the mouse. */
    static final Rectangle RESET = new Rectangle(232, 140, 22, 22);
    private static final Rectangle MCU = new Rectangle(122, 44, 96, 72);
    private static final Rectangle DEBUGGER = new Rectangle(44, 54, 52, 52);
    private static final Rectangle SWITCH = new Rectangle(160, 138, 44, 24);
    private static final Point STATUS = new Point(62, 148);
    private static final Point POWER = new Point(128, 148);
    private static final int ELEMENT_X = 256;
    private static final int ELEMENT_WIDTH = 106;
    private static final int ELEMENT_HEIGHT = 26;
    private static final int ELEMENT_PITCH = 33;
    private static final int ELEMENT_Y = 34;
    private static final int PIN = 4;
    private static final int PIN_PITCH = 9;
    private static final int LED = 6;
    private static final int GLOW = 13;
    private static final int FAINT = 90;
    private static final int OPAQUE = 255;
    private static final int DARK = 0x20242B;

    private final GC gc;
    private final BoardPicture picture;

    BoardDrawing(GC gc, BoardPicture picture) {
        this.gc = gc;
        this.picture = picture;
    }

    void draw() {
        board();
        traces();
        chip(DEBUGGER, "nEDBG", Messages.part_debugger);
        chip(MCU, "SAMD21E18A", shortened(programName(), MCU.width - 8));
        elements();
        switches();
        led(POWER, Messages.part_power, 0x7CE08A, picture.running());
        led(STATUS, Messages.part_status, 0xFFC83D, picture.lit());
    }

    private String programName() {
        return picture.program().kind() == ProgramKind.NONE ? Messages.part_noProgram : picture.program().text();
    }

    private void board() {
        background(0x2F7A52);
        gc.fillRoundRectangle(14, 4, WIDTH - 20, HEIGHT - 8, 14, 14);
        foreground(0x1E5638);
        gc.setLineWidth(2);
        gc.drawRoundRectangle(14, 4, WIDTH - 20, HEIGHT - 8, 14, 14);
        gc.setLineWidth(1);
        background(0xC4CAD1);
        gc.fillRectangle(2, 64, 30, 32);
        background(0x8C939C);
        gc.fillRectangle(2, 76, 14, 8);
        text(NLS.bind(Messages.part_board, picture.board().id()), 30, 10, 0xD9F0E2);
    }

    /** USB to the debugger, SWD and UART to the MCU, I2C to the secure elements through the switch. */
    private void traces() {
        foreground(0x69B58A);
        gc.drawLine(32, 78, DEBUGGER.x, 78);
        gc.drawLine(32, 82, DEBUGGER.x, 82);
        gc.drawLine(DEBUGGER.x + DEBUGGER.width, 74, MCU.x, 74);
        gc.drawLine(DEBUGGER.x + DEBUGGER.width, 86, MCU.x, 86);
        int bus = ELEMENT_X - 14;
        gc.drawLine(MCU.x + MCU.width, 80, bus, 80);
        gc.drawLine(bus, ELEMENT_Y + ELEMENT_HEIGHT / 2, bus,
                ELEMENT_Y + 2 * ELEMENT_PITCH + ELEMENT_HEIGHT / 2);
        for (int i = 0; i < 3; i++) {
            int y = ELEMENT_Y + i * ELEMENT_PITCH + ELEMENT_HEIGHT / 2;
            gc.drawLine(bus, y, ELEMENT_X, y);
        }
    }

    private void chip(Rectangle chip, String name, String below) {
        background(0xB9C0C8);
        for (int y = chip.y + 7; y < chip.y + chip.height - 6; y += PIN_PITCH) {
            gc.fillRectangle(chip.x - PIN, y, chip.width + 2 * PIN, PIN);
        }
        background(DARK);
        gc.fillRoundRectangle(chip.x, chip.y, chip.width, chip.height, 4, 4);
        int height = gc.textExtent(name).y;
        centred(name, chip.x + chip.width / 2, chip.y + chip.height / 2 - height, 0xFFFFFF);
        centred(below, chip.x + chip.width / 2, chip.y + chip.height / 2 + 1, 0xB7D7FF);
    }

    private void elements() {
        List<ElementDescription> elements = picture.board().elements();
        for (int i = 0; i < Math.min(3, elements.size()); i++) {
            ElementDescription element = elements.get(i);
            int y = ELEMENT_Y + i * ELEMENT_PITCH;
            background(DARK);
            gc.fillRoundRectangle(ELEMENT_X, y, ELEMENT_WIDTH, ELEMENT_HEIGHT, 4, 4);
            String name = shortened(element.part() + " " + String.format("%02X", element.i2cAddress()),
                    ELEMENT_WIDTH - 8);
            centred(name, ELEMENT_X + ELEMENT_WIDTH / 2, y + (ELEMENT_HEIGHT - gc.textExtent(name).y) / 2, 0xFFFFFF);
        }
    }

    /** SW2 as it is delivered: the header at position 1 and the elements on the board at position 2, both connected. */
    private void switches() {
        background(0xB33A3A);
        gc.fillRoundRectangle(SWITCH.x, SWITCH.y, SWITCH.width, SWITCH.height, 3, 3);
        background(0xF4F4F4);
        for (int i = 0; i < 2; i++) {
            gc.fillRectangle(SWITCH.x + 8 + i * 17, SWITCH.y + 4, 11, 9);
        }
        text("SW2", SWITCH.x - gc.textExtent("SW2").x - 5, SWITCH.y + 4, 0xD9F0E2);
        background(0xC4CAD1);
        gc.fillRoundRectangle(RESET.x, RESET.y, RESET.width, RESET.height, 4, 4);
        background(DARK);
        gc.fillOval(RESET.x + 4, RESET.y + 4, RESET.width - 8, RESET.height - 8);
        text(Messages.part_reset, RESET.x + RESET.width + 5, RESET.y + 3, 0xD9F0E2);
    }

    private void led(Point at, String label, int color, boolean on) {
        if (on) {
            gc.setAlpha(FAINT);
            background(color);
            gc.fillOval(at.x - GLOW, at.y - GLOW, 2 * GLOW, 2 * GLOW);
            gc.setAlpha(OPAQUE);
        }
        background(on ? color : 0x4B5560);
        gc.fillOval(at.x - LED, at.y - LED, 2 * LED, 2 * LED);
        foreground(0xD9F0E2);
        gc.drawOval(at.x - LED, at.y - LED, 2 * LED, 2 * LED);
        text(label, at.x - LED - gc.textExtent(label).x - 4, at.y - gc.textExtent(label).y / 2, 0xD9F0E2);
    }

    private void centred(String text, int x, int y, int color) {
        text(text, x - gc.textExtent(text).x / 2, y, color);
    }

    private void text(String text, int x, int y, int color) {
        foreground(color);
        gc.drawText(text, x, y, SWT.DRAW_TRANSPARENT);
    }

    /** As much of a text as there is room for. */
    private String shortened(String text, int width) {
        String rest = text;
        while (gc.textExtent(rest).x > width && rest.length() > 1) {
            rest = rest.substring(0, rest.length() - 2) + "\u2026";
        }
        return rest;
    }

    private void foreground(int rgb) {
        gc.setForeground(new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF));
    }

    private void background(int rgb) {
        gc.setBackground(new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF));
    }
}
