# Two commands do all the set-up: `make demo` shows Habeas at work on the examples, `make test` passes the tests.
.PHONY: demo test check gate format lint types contract serve bench clean
RECORD ?= demo-record
GOLD ?= ../shared/gold
HABEAS = .venv/bin/habeas

demo:
	@scripts/environment run
	@rm -rf $(RECORD)
	@$(HABEAS) add --manifest examples/manifest.csv --record $(RECORD)
	@$(HABEAS) cases --record $(RECORD)
	@$(HABEAS) case "Sevinj Vagifgizi" --record $(RECORD)
	@$(HABEAS) demands --record $(RECORD)
	@printf '\nThe record is in ./%s. Next:\n' '$(RECORD)'
	@printf '  %s case "Мзия Амаглобели" --record %s     any spelling, any alphabet\n' '$(HABEAS)' '$(RECORD)'
	@printf '  %s timeline "Rufat Safarov" --record %s\n' '$(HABEAS)' '$(RECORD)'
	@printf '  %s serve --record %s                      the same in a browser\n' '$(HABEAS)' '$(RECORD)'
	@printf '  %s add your-article.html --record %s      your own documents\n' '$(HABEAS)' '$(RECORD)'

test:
	@scripts/environment test
	.venv/bin/python -m pytest

check: lint types contract test gate

lint:
	@scripts/environment test
	.venv/bin/ruff format --check src tests corpus training benchmarks
	.venv/bin/ruff check src tests corpus training benchmarks

types:
	@scripts/environment test
	.venv/bin/mypy src corpus tests benchmarks

contract:
	@scripts/environment test
	.venv/bin/lint-imports

gate:
	@scripts/environment test
	.venv/bin/python -m benchmarks.gate --gold $(GOLD)

format:
	.venv/bin/ruff format src tests corpus training benchmarks
	.venv/bin/ruff check --fix src tests corpus training benchmarks

serve:
	@scripts/environment run
	$(HABEAS) serve --record $(RECORD)

bench:
	@scripts/environment test
	.venv/bin/python -m benchmarks.reading

clean:
	rm -rf .venv build $(RECORD)
