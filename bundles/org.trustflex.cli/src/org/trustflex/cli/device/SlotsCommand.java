package org.trustflex.cli.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.UnusableBoard;
import org.trustflex.cli.console.BoardOption;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.GuideLog;
import org.trustflex.cli.console.JsonOption;
import org.trustflex.cli.console.ProjectOption;
import org.trustflex.cli.console.RejectedArgument;
import org.trustflex.cli.console.Surroundings;
import org.trustflex.cli.console.TextTable;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.slots.ElementSlots;
import org.trustflex.provisioning.slots.ProjectComparison;
import org.trustflex.provisioning.slots.SlotComparison;
import org.trustflex.provisioning.slots.SlotContent;
import org.trustflex.provisioning.slots.SlotInspection;
import org.trustflex.provisioning.slots.SlotReport;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what the 16 slots of a device allow and hold. */
@Command(name = "slots")
public final class SlotsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final BoardOption board;
    @Mixin
    private final ProjectOption project;
    @Mixin
    private final JsonOption json = new JsonOption();
    @Mixin
    private final GuideLog log;

    /** The command in these surroundings. */
    public SlotsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.board = new BoardOption(surroundings, "slots");
        this.project = new ProjectOption(surroundings);
        this.log = new GuideLog(surroundings);
    }

    @Override
    public Integer call()
            throws ElementException, ProvisioningException, RejectedArgument, AmbiguousBoard, UnusableBoard {
        Optional<Project> known = project.openIfAny();
        ElementSlots slots = new SlotInspection().read(board.element(), log);
        ProjectComparison comparison = ProjectComparison.of(slots, known);
        if (json.wanted()) {
            JsonArray list = new JsonArray();
            slots.reports().forEach(slot -> list.add(json(slot, comparison.slot(slot.slot()))));
            json.print(surroundings.out(), list);
        } else {
            print(slots, comparison);
        }
        return ExitCode.DONE.code();
    }

    private static JsonObject json(SlotReport slot, Optional<SlotComparison> comparison) {
        JsonObject object = new JsonObject();
        object.addProperty("slot", slot.slot());
        object.addProperty("purpose", slot.purpose().title());
        object.addProperty("policy", slot.policy().inWords());
        object.addProperty("locked", slot.locked());
        object.addProperty("state", slot.state().word());
        object.addProperty("size", slot.size());
        object.addProperty("publicKey", slot.publicKey().map(EccPublicKey::hex).orElse(null));
        object.addProperty("fingerprint", slot.fingerprint().orElse(null));
        object.addProperty("content", slot.content().map(SlotContent::hex).orElse(null));
        object.add("project", comparison.<JsonElement>map(SlotsCommand::json).orElse(JsonNull.INSTANCE));
        return object;
    }

    private static JsonObject json(SlotComparison comparison) {
        JsonObject object = new JsonObject();
        object.addProperty("result", comparison.result().word());
        object.addProperty("file", comparison.file().toString());
        object.addProperty("proven", comparison.proven().map(Instant::toString).orElse(null));
        object.addProperty("sentence", comparison.sentence());
        return object;
    }

    private void print(ElementSlots slots, ProjectComparison comparison) {
        TextTable table = new TextTable(Messages.text("slots.number"), Messages.text("slots.purpose"),
                Messages.text("slots.state"), Messages.text("slots.content"));
        for (SlotReport slot : slots.reports()) {
            List<String> notes = new ArrayList<>(List.of(slot.policy().inWords()));
            comparison.slot(slot.slot()).ifPresent(known -> notes
                    .add(Messages.text("slots.project." + known.result().name(), known.sentence())));
            table.row(List.of(String.valueOf(slot.slot()), slot.purpose().title(), slot.state().word(),
                    slot.summary()), notes);
        }
        surroundings.out().println(Messages.text("slots.element", slots.serialNumber()));
        table.print(surroundings.out());
    }
}
