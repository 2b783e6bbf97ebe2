package org.lifeboat.ui.pictures;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.onboarding.OnboardingScreen.Chosen;
import org.lifeboat.ui.onboarding.OnboardingView;
import org.lifeboat.ui.onboarding.OnboardingViewModel;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.vault.LockClock;
import org.lifeboat.vault.Secret;

/// The steps of onboarding.
class OnboardingPicturesTest {
    private final Records records = new Records();

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void onboarding_stepByStep() throws IOException {
        draw("onboarding-1-language", _ -> {});
        draw("onboarding-2-ways", model -> model.language(Language.ENGLISH, _ -> {}));
        records.offering(() -> {});
        draw("onboarding-2-ways-offering-play", OnboardingViewModel::skipLanguage);
        draw("onboarding-2-ways-offline", OnboardingViewModel::workOffline);
        draw("onboarding-3-words", OnboardingViewModel::create);
        draw("onboarding-4-confirm", model -> {
            model.create();
            model.wordsWritten();
        });
        draw("onboarding-3-restore", OnboardingViewModel::restore);
        draw("onboarding-3-restore-wrong", model -> {
            model.restore();
            model.enterWords(
                    Secret.take("abandonn ability able about above absent absorb abstract absurd abuse access"
                            .concat(" accident")
                            .toCharArray()),
                    Secret.empty());
        });
        draw("onboarding-3-backup", OnboardingViewModel::restoreBackup);
        draw("onboarding-3-backup-wrong", model -> {
            model.restoreBackup();
            model.enterBackup("nowhere", Secret.empty(), Secret.empty());
        });
        draw("onboarding-3-watch", model -> {
            model.watchOnly();
            model.enterAddress("0x12", "");
        });
        draw("onboarding-5-password", model -> {
            model.create();
            model.wordsConfirmed();
        });
        draw("onboarding-6-sources", model -> {
            model.enterAddress("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "Cold storage");
            model.choose(records.networks().all().getFirst(), "http://127.0.0.1:8545", false);
            model.choose(records.networks().all().getFirst(), "http://node.example", false);
        });
    }

    @Test
    void playMoney_warnsBeforeAnythingIsMade() throws IOException {
        records.ofPlay();
        draw("onboarding-2-ways-play", OnboardingViewModel::skipLanguage);
    }

    private void draw(String name, Consumer<OnboardingViewModel> until) throws IOException {
        Accounts accounts = new Accounts(records.storage());
        OnboardingViewModel model = new OnboardingViewModel(
                records,
                new Keys(records.vault(), accounts, LockClock.system()),
                Tasks.immediate(),
                new SecureRandom(),
                new NotDone());
        until.accept(model);
        Looks.alone(name, around -> new OnboardingView(around, model, _ -> {}, new Random(7)));
        model.forget();
    }

    private static final class NotDone implements OnboardingViewModel.Done {
        @Override
        public void with(List<Chosen> sources, boolean offline, boolean restored) {}

        @Override
        public void fromBackup() {}
    }
}
