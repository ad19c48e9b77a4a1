package org.trustflex.board;

import java.util.regex.Pattern;

/**
 * The names of simulated boards: 1 to 32 characters out of a-z, 0-9, dot, underscore and hyphen, the first a letter or
 * digit. Such a name is a folder's name everywhere, needs no quoting, and no two of them differ by case alone.
 */
final class BoardName {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,31}");
    /** What Windows keeps for its devices, with any extension. */
    private static final Pattern RESERVED = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private BoardName() {
    }

    static boolean isValid(String name) {
        return FORM.matcher(name).matches() && !name.endsWith(".") && !RESERVED.matcher(name).matches();
    }

    static void require(String name) throws RejectedBoardName {
        if (!isValid(name)) {
            throw new RejectedBoardName(Messages.text("name.form", name));
        }
    }
}
