"""What goes in and out as text: reading JSON and articles, rendering a Summary."""
