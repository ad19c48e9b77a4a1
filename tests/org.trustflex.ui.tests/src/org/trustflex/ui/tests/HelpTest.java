package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.help.IToc;
import org.eclipse.help.ITopic;
import org.eclipse.help.IUAElement;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;
import org.trustflex.board.SimulatedBoardOptions;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.BoardCatalog;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;

/** Help is there where it is asked for, and no link in it leads nowhere. */
class HelpTest {

    private static final Bundle HELP = Platform.getBundle("org.trustflex.help");
    private static final Path SOURCES = Path.of(System.getProperty("trustflex.repository.root"),
            "bundles/org.trustflex.ui/src");
    /** Help contexts are called by words with underscores, which nothing else of ours is that has an identifier. */
    private static final Pattern CONTEXT = Pattern.compile("PLUGIN_ID \\+ \"\\.([a-z]+(?:_[a-z]+)+)\"");
    private static final Pattern BARE_CONTEXT = Pattern.compile("\"([a-z]+(?:_[a-z]+)+)\"");
    /** Where the name is given to somebody who asks for help with it. */
    private static final Pattern GIVEN_AWAY = Pattern.compile("SummaryPage\\.Texts\\(|extends TargetTab");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();

    @Test
    void everythingThatAsksForHelpGetsIt() throws IOException {
        Set<String> asked = asked();
        assertTrue(asked.contains("boards_view"), asked.toString());
        for (String name : asked) {
            IContext context = HelpSystem.getContext(TrustFlexUi.PLUGIN_ID + "." + name);
            assertNotNull(context, name);
            assertFalse(context.getText().isBlank(), name);
            assertTrue(context.getRelatedTopics().length > 0, name);
            for (IHelpResource topic : context.getRelatedTopics()) {
                assertNotNull(entry(topic.getHref()), name + ": " + topic.getHref());
            }
        }
    }

    @Test
    void noLinkLeadsNowhereAndEveryPageCanBeReached() throws IOException {
        IToc toc = Stream.of(HelpSystem.getTocs())
                .filter(candidate -> candidate.getHref().startsWith("/org.trustflex.help/")).findFirst().orElseThrow();
        Set<String> reached = new TreeSet<>();
        follow(URI.create(toc.getTopic(null).getHref()), reached);
        Deque<IUAElement> toVisit = new ArrayDeque<>(Set.of(toc));
        while (!toVisit.isEmpty()) {
            IUAElement element = toVisit.remove();
            Collections.addAll(toVisit, element.getChildren());
            if (element instanceof ITopic topic) {
                follow(URI.create(topic.getHref()), reached);
            }
        }
        Set<String> pages = new TreeSet<>();
        HELP.findEntries("html", "*.html", true).asIterator().forEachRemaining(page -> pages.add(page.getPath()));
        assertEquals(pages, reached);
    }

    @Test
    void helpOnTheBoardsViewExplainsIt() throws Exception {
        WorkspaceBoards.boards().simulated().create("demo", SimulatedBoardOptions.defaults());
        Desk.show(TrustFlexUi.BOARDS_VIEW);
        BoardCatalog.shared().refresh();
        Tree tree = Find.byId(Desk.shell(), Tree.class, "boards");
        robot.click(Find.row(tree, "sim:demo"));
        Ui.start(() -> PlatformUI.getWorkbench().getHelpSystem().displayDynamicHelp());
        Await.until("the help view is open", () -> Desk.page().findView("org.eclipse.help.ui.HelpView") != null);
        Await.idle();
        Screenshot.take("help-f1-boards");
        assertEquals("/org.trustflex.help/html/views/boards.html",
                HelpSystem.getContext("org.trustflex.ui.boards_view").getRelatedTopics()[0].getHref());
        Ui.run(() -> Desk.page().hideView(Desk.page().findView("org.eclipse.help.ui.HelpView")));
    }

    private static Set<String> asked() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                CONTEXT.matcher(source).results().forEach(match -> asked.add(match.group(1)));
                if (GIVEN_AWAY.matcher(source).find()) {
                    BARE_CONTEXT.matcher(source).results().forEach(match -> asked.add(match.group(1)));
                }
            }
        }
        return asked;
    }

    private static void follow(URI page, Set<String> reached) throws IOException {
        String path = page.getPath().replaceFirst("^/org.trustflex.help", "");
        URL entry = HELP.getEntry(path);
        assertNotNull(entry, page.toString());
        String text = read(entry);
        if (page.getFragment() != null) {
            assertTrue(text.contains("id=\"" + page.getFragment() + "\""), page.toString());
        }
        if (path.endsWith(".html") && reached.add(path)) {
            Matcher links = LINK.matcher(text);
            while (links.find()) {
                follow(page.resolve(links.group(1)), reached);
            }
        }
    }

    private static URL entry(String href) {
        return HELP.getEntry(URI.create(href).getPath().replaceFirst("^/org.trustflex.help", ""));
    }

    private static String read(URL entry) throws IOException {
        try (InputStream content = entry.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
