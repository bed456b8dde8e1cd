package cloud.jarrah.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything at {@code /} is JAX-RS; resources are found by scanning. */
@ApplicationPath("/")
public class ApiApplication extends Application {}
