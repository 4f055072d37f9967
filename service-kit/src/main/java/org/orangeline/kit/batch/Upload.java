package org.orangeline.kit.batch;

import org.orangeline.kit.rest.Caller;
import org.orangeline.kit.rest.DeviceToken;

/**
 * A batch on its way.
 *
 * @param by who uploads
 * @param device with which tablet
 * @param token the header that its calls are made with
 * @param deviceToken that of the tablet, for calls that say which tablet kept them
 */
record Upload(String operation, Caller by, DeviceToken device, String token, String deviceToken) {}
