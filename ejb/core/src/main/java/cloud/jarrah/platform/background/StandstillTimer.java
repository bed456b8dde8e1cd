package cloud.jarrah.platform.background;

import cloud.jarrah.health.Standstill;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The beat by which it is noticed that this process stood still. */
@Singleton
@Startup
public class StandstillTimer {
  private static final Logger LOG = Logger.getLogger(StandstillTimer.class);
  private static final long EVERY_MILLIS = 250;

  @Inject Standstill standstill;
  @Resource ManagedScheduledExecutorService executor;

  private @Nullable ScheduledFuture<?> beat;

  @PostConstruct
  void start() {
    beat = executor.scheduleAtFixedRate(this::beat, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    if (standstill.beat()) {
      LOG.warn("JARRAH000305 this server stood still; what it was asked before that is refused");
    }
  }

  @PreDestroy
  void stop() {
    if (beat != null) {
      beat.cancel(false);
    }
  }
}
