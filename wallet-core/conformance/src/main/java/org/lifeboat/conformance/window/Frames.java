package org.lifeboat.conformance.window;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/// The times between the pulses in which JavaFX draws, and what the screen's thread worked between them: the first is
/// what a user sees, the second does not grow while other programs have the processor. Lives on the screen's thread.
final class Frames extends AnimationTimer {
    private final List<Double> millis = new ArrayList<>();
    private double busiest;
    private long last;
    private long lastWorked;

    @Override
    public void handle(long now) {
        long real = System.nanoTime(); // the pulse's own time is when it should have come
        long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (last != 0) {
            millis.add((real - last) / 1e6);
            busiest = Math.max(busiest, (worked - lastWorked) / 1e6);
        }
        last = real;
        lastWorked = worked;
    }

    double longest() {
        return millis.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /// The most that the screen's thread worked for one frame, in milliseconds of processor time.
    double busiest() {
        return busiest;
    }

    double middle() {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
