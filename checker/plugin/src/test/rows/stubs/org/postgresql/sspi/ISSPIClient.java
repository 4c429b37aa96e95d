package org.postgresql.sspi;

/** Outline. */
public interface ISSPIClient {
  void startSSPI();

  void continueSSPI(int length);

  void dispose();
}
