#include "ui/shell/pane_forms.h"

#include "ui/connections/connection_pick_sheet.h"
#include "ui/shell/bring_forward.h"
#include "ui/shell/dialog_forms.h"

#include <algorithm>

namespace latchkey::ui {

namespace {

ApiKey plain(ApiKey key) {
    key.id = key.id.at(0);
    return key;
}

ApiKey placed(ApiKey key, unsigned place) {
    key.id = key.id.at(place);
    return key;
}

} // namespace

PaneForms::PaneForms(AllConnections &all, KeyService &service, SecretClipboard &clipboard, Settings &settings,
                     QWidget *window)
    : KeyForms(window)
    , m_all(all)
    , m_service(service)
    , m_clipboard(clipboard)
    , m_settings(settings)
    , m_window(window)
    , m_like(new DialogForms(service, clipboard, settings, window)) {
    connect(m_like, &KeyForms::createdElsewhere, this, &KeyForms::createdElsewhere);
}

PaneForms::~PaneForms() = default;

DialogForms *PaneForms::formsAt(unsigned place) {
    const auto vault = m_all.vault()->vaultAt(place);
    if (!vault)
        return nullptr;
    const auto known = std::find_if(m_homes.begin(), m_homes.end(), [&](const auto &home) {
        return home->place == place && home->vault == vault;
    });
    if (known != m_homes.end())
        return (*known)->forms;
    auto home = std::make_unique<Home>();
    home->place = place;
    home->vault = vault;
    const KeyId any = KeyId::fromString(u"000000000000")->at(place);
    home->service =
        std::make_unique<KeyService>(*vault, m_service.secrets(), m_service.clock(), m_all.principalOf(any));
    home->forms = new DialogForms(*home->service, m_clipboard, m_settings, m_window);
    connect(home->service.get(), &KeyService::keptChanged, this,
            [this, place](const KeyId &id, Kept kept) { emit m_service.keptChanged(id.at(place), kept); });
    connect(home->forms, &KeyForms::created, this,
            [this, place](const ApiKey &key) { emit created(placed(key, place)); });
    connect(home->forms, &KeyForms::rotated, this,
            [this, place](const ApiKey &key) { emit rotated(placed(key, place)); });
    connect(home->forms, &KeyForms::edited, this, [this, place](const ApiKey &before, const ApiKey &after) {
        emit edited(placed(before, place), placed(after, place));
    });
    m_homes.push_back(std::move(home));
    return m_homes.back()->forms;
}

void PaneForms::create(std::optional<Environment> environment) {
    if (guardUnstored())
        return; // never two: what is shown there has not been stored yet
    if (m_pick)
        return bringForward(m_pick);
    auto *sheet = new ConnectionPickSheet(m_all, m_last, m_window);
    m_pick = sheet;
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowModality(Qt::WindowModal);
    connect(sheet, &QDialog::accepted, this, [this, sheet, environment] {
        const auto row = sheet->chosen();
        DialogForms *forms = row ? formsAt(row->place) : nullptr;
        if (!forms)
            return;
        m_last = row->connection.id;
        forms->create(environment);
    });
    sheet->open();
}

void PaneForms::duplicate(const ApiKey &key) {
    if (DialogForms *forms = formsAt(key.id.place()))
        forms->duplicate(plain(key));
}

void PaneForms::createLike(const LikeThis &like) {
    if (!guardUnstored())
        m_like->createLike(like);
}

void PaneForms::edit(const ApiKey &key) {
    if (DialogForms *forms = formsAt(key.id.place()))
        forms->edit(plain(key));
}

void PaneForms::editAt(const ApiKey &key, const QString &field, const ScopeSet &add) {
    if (DialogForms *forms = formsAt(key.id.place()))
        forms->editAt(plain(key), field, add);
}

void PaneForms::rotate(const ApiKey &key, bool regenerate) {
    if (DialogForms *forms = formsAt(key.id.place()))
        forms->rotate(plain(key), regenerate);
}

bool PaneForms::guardUnstored() {
    return m_like->guardUnstored() || std::any_of(m_homes.begin(), m_homes.end(), [](const auto &home) {
               return home->forms->guardUnstored();
           });
}

} // namespace latchkey::ui
