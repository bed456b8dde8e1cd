package cloud.jarrah.agent.network;

import com.sun.jna.Library;
import com.sun.jna.Native;

/** Signals that Java cannot send. */
interface Signals extends Library {
  Signals LIBC = Native.load("c", Signals.class);
  int SIGHUP = 1;

  int kill(int pid, int signal);
}
