package org.trustflex.ui.slots;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.trustflex.certificates.keys.P256PublicKey;
import org.trustflex.ui.FileToSave;
import org.trustflex.ui.SaveTextJob;

/** Writes the public key of the selected slot into a PEM file that the user names. */
public final class ExportPublicKeyHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        SlotRow row = SelectedSlot.of(event);
        FileToSave.ask(HandlerUtil.getActiveShellChecked(event), Messages.export_title,
                "slot_" + row.slot() + "_public_key.pem", "*.pem").ifPresent(file -> job(row, file).schedule());
        return null;
    }

    private static SaveTextJob job(SlotRow row, Path file) {
        P256PublicKey key = new P256PublicKey(row.report().publicKey().orElseThrow());
        return new SaveTextJob(NLS.bind(Messages.export_job, file.getFileName()), file, key::pem);
    }
}
