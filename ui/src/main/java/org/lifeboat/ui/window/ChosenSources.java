package org.lifeboat.ui.window;

import java.util.List;
import org.lifeboat.ui.onboarding.OnboardingScreen.Chosen;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.tasks.Tasks;

/// What was chosen on the last page of onboarding.
final class ChosenSources {
    private ChosenSources() {}

    /// Keeps the sources, and goes on; where the disk does not take them, to where they can be chosen anew.
    static void keep(Wallet wallet, Tasks tasks, List<Chosen> sources, Runnable next, Runnable without) {
        tasks.run(
                () -> {
                    for (Chosen each : sources) {
                        wallet.networks()
                                .confirmEndpoint(
                                        each.network().chain(),
                                        each.url(),
                                        each.insecureToo(),
                                        wallet.clock().instant());
                    }
                    return true;
                },
                _ -> next.run(),
                _ -> without.run());
    }
}
