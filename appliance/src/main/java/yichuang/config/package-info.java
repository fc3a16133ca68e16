/**
 * The configuration: the text files of one hall become a {@link yichuang.hall.Setup} and what the
 * other rooms need beside it, or a list of what is wrong.
 *
 * <p>The commonest task: {@link yichuang.config.Config#load} a {@code hall.yaml}. Either all of it
 * holds and a {@link yichuang.config.Config} comes back, or {@link yichuang.config.ConfigErrors}
 * names file, line, fault and remedy of every problem at once. A wrong configuration never starts
 * half a hall. {@link yichuang.config.CheckCommand} does the same from the command line.
 *
 * <p>Three steps: {@code TextFile} and {@code YamlReader} or {@code CsvReader} keep the line of
 * everything; {@code Shape} compares a YAML file with its schema (the same one that editors use);
 * the {@code …Reader} classes, one a part of the hall, follow names from file to file with the help
 * of {@code Register}, which knows what is there and what is nearest to a wrong word.
 *
 * <p>This room sees {@code hall}, and of {@code dispatch} its settings. The ugly cases: a file
 * saved as GBK ({@code TextFile}), YAML words that mean something else ({@code YamlReader}), a
 * broken quotation mark in a table ({@code CsvReader}). How the files fit together is told to
 * people in {@code docs/it/config.md}.
 */
package yichuang.config;
