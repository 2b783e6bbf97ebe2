package org.lifeboat.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.app.story.NameBooks;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.app.wiring.WindowWallet;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.testkit.anvil.AnvilNode;

/// In the window: a name in the place of an address is looked up on proven state, shown with what it leads to, and kept
/// only then, for the one network it was looked up for.
class NamedContactTest {
    private static final ChainId SEPOLIA = new ChainId(11_155_111);

    @TempDir
    Path folder;

    @Test
    void name_isLookedUpAndShownBeforeItIsKept() throws IOException, InterruptedException {
        try (AnvilNode node = AnvilNode.l1(SEPOLIA.value());
                Profile profile = Profile.fresh(folder.resolve("profile"));
                WindowWallet wallet = new WindowWallet(profile)) {
            Address ann = Address.fromHex(node.accounts().get(1));
            new NameBooks(node).register("ann.eth", ann).called(ann, "ann.eth");
            profile.accounts()
                    .add(Address.fromHex(node.accounts().getFirst()), "Watched", new Account.Kind.WatchOnly());
            profile.networks()
                    .confirmEndpoint(
                            SEPOLIA,
                            node.url().toString(),
                            false,
                            profile.clock().instant());
            Eyes eyes = new Eyes(wallet);
            eyes.press("Contacts");
            eyes.press("Add a contact");
            eyes.write("Address", "nobody.eth");
            eyes.tick("Sepolia");
            eyes.press("Save");
            eyes.see("Nobody has registered nobody.eth");

            eyes.write("Address", "ann.eth");
            eyes.press("Save");
            eyes.see("ann.eth leads to " + ann.toChecksum());
            assertThat(profile.contacts().all()).as("not before it was shown").isEmpty();
            eyes.press("Save");
            eyes.await(_ -> profile.contacts().find(ann).isPresent());
            eyes.close();

            Contact kept = profile.contacts().find(ann).orElseThrow();
            assertThat(kept.name()).isEqualTo("ann.eth");
            assertThat(kept.chains()).containsExactly(SEPOLIA);
        }
    }
}
