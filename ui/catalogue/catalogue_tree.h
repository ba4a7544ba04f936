#pragma once

#include "core/model/catalogue.h"
#include "core/model/error.h"

#include <QTreeWidget>

namespace latchkey::ui {

/// Where something stands in a draft.
struct CataloguePlace {
    enum class Kind : quint8 { Catalogue, Resource, Scope, Templates, Template };
    Kind kind = Kind::Catalogue;
    int index = -1;                     ///< of the resource or the template
    int scope = -1;                     ///< within the resource
    [[nodiscard]] QString path() const; ///< as errors name it: "$.resources[0].scopes[1]"
    bool operator==(const CataloguePlace &) const = default;
};

/// The draft as a tree: the catalogue, its resources with their permissions, its templates. Shows, and says
/// what is chosen; the page changes the draft.
class CatalogueTree final : public QTreeWidget {
    Q_OBJECT
public:
    explicit CatalogueTree(QWidget *parent = nullptr);
    /// Everything anew, with `place` chosen.
    void show(const CatalogueDraft &draft, const CataloguePlace &place);
    /// Names only; the draft has the same shape.
    void rename(const CatalogueDraft &draft);
    /// Marks what has a problem.
    void mark(const QList<FieldError> &errors);
    [[nodiscard]] CataloguePlace place() const;
    void choose(const CataloguePlace &place);

signals:
    void chosen(const latchkey::ui::CataloguePlace &place);

private:
    QTreeWidgetItem *add(QTreeWidgetItem *parent, const CataloguePlace &place);
    QTreeWidgetItem *find(const CataloguePlace &place) const;
    void name(QTreeWidgetItem *item, const CatalogueDraft &draft);
    [[nodiscard]] static CataloguePlace placeOf(const QTreeWidgetItem *item);
    bool m_filling = false;
};

} // namespace latchkey::ui
