package org.lifeboat.ui.drills;

import java.util.Optional;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillSight;

/// What the guide says.
/// @param sight empty until it was looked the first time
/// @param passing time is being let pass
public record GuideScreen(Drill drill, Optional<DrillSight> sight, boolean passing) {}
