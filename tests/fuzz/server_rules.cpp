#include "server/config/server_config.h"
#include "tests/fuzz/fuzz.h"

// First line: a configuration; the rest: a path. A path that fits a rule holds nothing that others read
// differently.
void tryInput(const QByteArray &bytes) {
    using namespace latchkey::server;
    using namespace latchkey::policy;
    const qsizetype end = bytes.indexOf('\n');
    const auto config = parseConfig(bytes.left(end), QStringLiteral("c"));
    if (!config)
        FUZZ_CHECK(!config.error().isEmpty() && !config.error().constFirst().toString().isEmpty());
    const std::string target = bytes.mid(end + 1).toStdString();
    Rule everything;
    everything.path = {{Rule::Part::Rest, {}}};
    if (config)
        (void)config->rules.find("GET", target);
    if (!Rules({everything}).find("GET", target))
        return;
    FUZZ_CHECK(target.front() == '/' && target.substr(0, target.find('?')).find("//") == std::string::npos);
    const auto path = RequestPath::parse(target);
    FUZZ_CHECK(path.has_value());
    for (const std::string_view part : path->segments()) {
        FUZZ_CHECK(!part.empty() && part != "." && part != "..");
        FUZZ_CHECK(part.find_first_of(std::string_view("/\\;\0", 4)) == std::string_view::npos);
    }
}
