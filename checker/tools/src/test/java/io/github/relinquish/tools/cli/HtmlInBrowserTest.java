package io.github.relinquish.tools.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.report.HtmlWriter;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.core.report.SourceText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads the page in a real browser where there is one: its script runs under its own policy and complains about nothing. */
class HtmlInBrowserTest {
  private static final int SECONDS = 60;
  @TempDir Path folder;

  @Test void theScriptRunsAndTheConsoleIsSilent() throws Exception {
    String shown = load(page());
    assertTrue(shown.contains("2 of 2 shown"), shown);
    assertTrue(shown.contains("<title>Relinquish: t</title>"));
  }

  @Test void theFilterAndTheKeysWork() throws Exception {
    String keys = """
        <script>
        const press = key => document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        press("j"); press("n"); press("n"); press("n");
        const text = document.getElementById("text");
        text.value = "'b' DELETED";
        text.dispatchEvent(new Event("input", { bubbles: true }));
        document.title = performance.getEntriesByType("resource").length + " requests";
        </script></body>""";
    String shown = load(page().replaceFirst("<meta http-equiv=[^>]+>", "").replace("</body>", keys));
    assertTrue(shown.contains("1 of 2 shown"), shown);
    assertTrue(shown.contains("<title>0 requests</title>"), "the page asks for nothing else");
    assertTrue(shown.contains("class=\"step now\" id=\"f1s2\""), shown);
    assertTrue(shown.matches("(?s).*<article id=\"f1\"[^>]*hidden.*"), shown);
  }

  private static String page() {
    Report report = Report.of(List.of(ToyJudge.finding(Site.ofLine("A.java", 1), "<script>document.title='hurt'</script>"),
        ToyJudge.finding(Site.ofLine("A.java", 2), "b")), List.of());
    return new HtmlWriter("t", SourceText.NONE).print(report);
  }

  /** What the page has become in the browser; its console must have stayed silent. */
  private String load(String html) throws IOException, InterruptedException {
    Optional<Path> browser = browser();
    Assumptions.assumeTrue(browser.isPresent(), "no chromium on this machine");
    Path page = Files.writeString(folder.resolve("page.html"), html);
    Path console = folder.resolve("console.txt");
    Path dom = folder.resolve("dom.html");
    Process process = new ProcessBuilder(browser.get().toString(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
        "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--enable-logging=stderr",
        "--user-data-dir=" + folder.resolve("profile"), "--dump-dom", page.toUri().toString())
        .redirectOutput(dom.toFile()).redirectError(console.toFile()).start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      Assumptions.abort("the browser did not answer");
    }
    String said = Files.readString(console);
    assertFalse(said.contains("CONSOLE"), said);
    return Files.readString(dom);
  }

  private static Optional<Path> browser() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(entry -> Stream.of("chromium", "chromium-browser", "google-chrome").map(name -> Path.of(entry, name)))
        .filter(Files::isExecutable).findFirst();
  }
}
