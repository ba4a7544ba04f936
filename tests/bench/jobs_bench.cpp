#include "core/secrets/session_store.h"
#include "core/services/jobs/bulk_job.h"
#include "core/services/key_export.h"
#include "core/services/key_import/import_job.h"
#include "core/storage/local_vault.h"
#include "tests/bench/stall_application.h"
#include "tests/bench/vault_maker.h"
#include "ui/keys/keys_page.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/shell/dialog_forms.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/main_window.h"

#include <QCommandLineParser>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>
#include <cstdio>
#include <ctime>

using namespace latchkey;
using namespace latchkey::ui;

namespace {

/// Runs the loop until `done`; false after ten minutes. Sleeps between events: a core belongs to the work.
bool until(const std::function<bool()> &done) {
    QElapsedTimer t;
    t.start();
    QTimer tick;
    tick.start(10);
    while (!done()) {
        if (t.elapsed() > 600'000)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

void print(const char *what, double value) {
    std::printf("%-28s %12.1f\n", what, value);
    std::fflush(stdout);
}

/// A job to its end: seconds, and the longest time that the window did not answer meanwhile.
void measure(StallApplication &app, const char *what, Job &job) {
    bool over = false;
    JobEnd end;
    JobProgress last;
    QObject::connect(&job, &Job::progress, &app, [&](const JobProgress &p) { last = p; });
    QObject::connect(&job, &Job::finished, &app, [&](const JobEnd &e) {
        over = true;
        end = e;
    });
    (void)app.takeLongest();
    QElapsedTimer t;
    t.start();
    job.start();
    until([&] { return over; });
    const double seconds = static_cast<double>(t.elapsed()) / 1000;
    std::printf("%-28s %12.2f s, %lld changed, %lld failed, longest stall %.1f ms\n", what, seconds,
                static_cast<long long>(last.changed), static_cast<long long>(last.failed), app.takeLongest());
    if (end.state != JobState::Done)
        std::printf("  it did not end well\n");
    std::fflush(stdout);
}

} // namespace

/// latchkey-bench-jobs --keys N: bulk change, undo, export, dry run and import with the window open.
int main(int argc, char **argv) {
    StallApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("keys"), QStringLiteral("How many keys (100000)."), QStringLiteral("N"),
                      QStringLiteral("100000")});
    parser.addOption({QStringLiteral("transfer"), QStringLiteral("Only export and import.")});
    parser.process(app);
    const qint64 keys = parser.value(QStringLiteral("keys")).toLongLong();
    const QTemporaryDir dir;
    SystemClock clock;
    const QString path = dir.filePath(QStringLiteral("v/bench.latchkey"));
    if (!makeVault(path, keys, 1, clock.now(), [](qint64) {}))
        return 1;
    const auto open = [&](const QString &file, bool create) {
        OpenOptions o;
        o.create = create;
        auto opened = openLocalVault(file, o, clock);
        until([&] { return opened.isFinished(); });
        return opened.result() ? *opened.result() : nullptr;
    };
    const auto vault = open(path, false);
    if (!vault)
        return 1;
    SessionStore secrets;
    KeyService service(*vault, secrets, clock, Principal{QStringLiteral("Ana"), true, true, {}});
    Settings settings(dir.filePath(QStringLiteral("settings.ini")));
    SecretClipboard clipboard(QApplication::clipboard());
    MainWindow window(WindowContext{service, settings, clipboard, [&](QWidget *w) {
                                        return new DialogForms(service, clipboard, settings, w);
                                    }});
    window.show();
    KeyTableModel &model = window.page().model();
    if (!until([&] { return model.list() && model.list()->complete() && !model.isLoading(); }))
        return 1;
    window.page().table().selectAll();
    until([&] { return window.page().table().selectedCount() == model.rowCount(); });
    const KeySelection all = window.page().table().selection();
    const auto bulk = [&](const char *what, const std::function<void()> &act) {
        (void)app.takeLongest();
        QElapsedTimer t;
        t.start();
        const std::clock_t before = std::clock();
        act();
        until([&] { return window.jobs().isIdle(); });
        std::printf("%-28s %12.2f s (processor %.2f s), longest stall %.1f ms\n", what,
                    static_cast<double>(t.elapsed()) / 1000,
                    static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC, app.takeLongest());
        std::fflush(stdout);
    };
    print("keys", static_cast<double>(all.count()));
    if (!parser.isSet(QStringLiteral("transfer"))) {
        bulk("deactivate", [&] { window.actions().bulk().setActive(all, false); });
        bulk("undo", [&] { window.commands().trigger(QStringLiteral("edit.undo")); });
        DeedValue tags;
        tags.tags = {QStringLiteral("bench")};
        bulk("add a tag", [&] { window.actions().bulk().change(Deed::AddTags, all, tags); });
    }
    const QString csv = dir.filePath(QStringLiteral("keys.csv"));
    const KeySource source{all.count(),
                           [all](qsizetype from, qsizetype most) { return all.mid(from, most); }};
    {
        ExportJob job(*vault, clock, {source, exportableFields(), FileFormat::Csv, csv});
        measure(app, "export", job);
    }
    // Into an empty vault, with tokens of its own.
    const auto other = open(dir.filePath(QStringLiteral("w/other.latchkey")), true);
    if (!other)
        return 1;
    KeyService into(*other, secrets, clock, Principal{QStringLiteral("Ana"), true, true, {}});
    const auto shape = ImportFile::look(csv);
    if (!shape)
        return 1;
    ImportMapping mapping = guessMapping(shape->columns);
    mapping.remove(QStringLiteral("state"));
    mapping.remove(QStringLiteral("expires")); // many of the made-up ones have passed
    for (const bool dry : {true, false}) {
        ImportJob job(into,
                      {csv, *shape, mapping, dry, dir.filePath(QStringLiteral("tokens.csv")), QByteArray()});
        measure(app, dry ? "dry run of an import" : "import", job);
    }
    return 0;
}
