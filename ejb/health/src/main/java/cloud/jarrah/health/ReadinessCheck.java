package cloud.jarrah.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Shows readiness to a balancer: {@code /health/ready} of the management port. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {
  @Inject Readiness readiness;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("jarrah")
        .status(readiness.ready())
        .withData("reason", readiness.reason())
        .build();
  }
}
