/**
 * Bytes and documents. {@link io.lendcrm.core.json.DocumentJson} turns JSON text into a
 * {@link io.lendcrm.core.model.Document} and back, within limits; {@link io.lendcrm.core.json.ModelJson} adds the
 * envelope of a stored model: format, type, schema version, provenance. The only package that sees the JSON library.
 *
 * <p>Names in a stored model are ours, never class names, and nothing is created by reflection: reading untrusted bytes
 * gives a model or a {@link io.lendcrm.core.model.ModelFormatException}, nothing else.
 */
@NullMarked
package io.lendcrm.core.json;

import org.jspecify.annotations.NullMarked;
