"""The arithmetic of ranking: calibration, fusion, tuning, merchandising. Arrays only, no Django."""
