package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.app.story.NameBooks;
import org.lifeboat.primitives.Address;
import org.lifeboat.testkit.anvil.AnvilNode;

/// On the command line: a name is looked up, kept as a contact, paid, and refused once it leads elsewhere.
class NamesStoryTest {
    private static final String SEPOLIA = "11155111";

    @TempDir
    Path folder;

    @Test
    void aName_isPaidWithItsWholeAddress_andNotOnceItHasMoved() throws IOException {
        try (AnvilNode node = AnvilNode.l1(Long.parseLong(SEPOLIA))) {
            NameBooks books = new NameBooks(node);
            Address ann = Address.fromHex(node.accounts().get(1));
            Address eve = Address.fromHex(node.accounts().get(2));
            books.register("ann.eth", ann).called(ann, "ann.eth");
            Launcher lifeboat = new Launcher(folder.resolve("profile"));
            String words = file("words", "test test test test test test test test test test test junk");
            String password = file("password", "four unrelated words");
            done(lifeboat.run("restore", "--words-file", words, "--password-file", password));
            done(lifeboat.run(
                    "networks", "add", "sepolia", "--source", node.url().toString(), "--yes"));

            assertThat(done(lifeboat.run("names", "resolve", "ANN.eth", "--network", "sepolia", "--json"))
                            .out())
                    .contains(ann.toChecksum(), "\"name\" : \"ann.eth\"", "\"assurance\" : \"CLAIMED\"");
            assertThat(done(lifeboat.run("names", "resolve", ann.toChecksum(), "--network", "sepolia"))
                            .out())
                    .contains("ann.eth leads to " + ann.toChecksum());
            done(lifeboat.run("contacts", "add", "ann.eth", "--network", "sepolia"));
            assertThat(lifeboat.run("contacts", "list").out()).contains("ann.eth");

            Launcher.Result paid = done(send(lifeboat, "ann.eth", password));
            assertThat(paid.err()).contains("ann.eth leads to " + ann.toChecksum());

            books.address("ann.eth", 60, eve);
            Launcher.Result refused = send(lifeboat, "ann.eth", password);
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.err()).contains("another address now", ann.toChecksum(), eve.toChecksum());

            Launcher.Result noName = lifeboat.run("names", "resolve", "ann..eth", "--network", "sepolia");
            assertThat(noName.exitCode()).isEqualTo(3);
            assertThat(noName.err()).contains("This is not a name");

            Launcher.Result nobody = send(lifeboat, "nobody.eth", password);
            assertThat(nobody.exitCode()).isEqualTo(3);
            assertThat(nobody.err()).contains("Nobody has registered nobody.eth");
        }
    }

    private static Launcher.Result send(Launcher lifeboat, String to, String password) {
        return lifeboat.run(
                "send",
                "--network",
                "sepolia",
                "--to",
                to,
                "--amount",
                "0.5",
                "--yes",
                "--accept-danger",
                "--password-file",
                password);
    }

    private String file(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toString();
    }

    private static Launcher.Result done(Launcher.Result result) {
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }
}
