package org.lifeboat.ui.window;

import java.time.Duration;
import javafx.scene.Node;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.tasks.Tasks;

/// Brings up to date what time alone makes another, for as long as the window is open: ages count up, and what has
/// become old is called so, also while nobody answers.
final class CalmTick {
    static final Duration STEP = Duration.ofSeconds(20);

    private CalmTick() {}

    /// @param page has the page that is shown look what others have learnt meanwhile; asks nobody
    static void begin(Tasks tasks, Node root, Runnable page) {
        tasks.after(STEP, () -> {
            page.run();
            Anew.write(root);
            begin(tasks, root, page);
        });
    }
}
