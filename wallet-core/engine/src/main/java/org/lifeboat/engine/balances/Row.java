package org.lifeboat.engine.balances;

/// One line of the sheet.
/// @param newest the newest figure, with its own assurance
/// @param vouched the newest figure that L1 vouches for
public record Row(Position position, Figure newest, Vouched vouched) {}
